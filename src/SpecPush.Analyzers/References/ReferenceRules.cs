using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SpecPush.Findings;
using SpecPush.References;

namespace SpecPush.Analyzers.References;

/// <summary>The analyzer's rules, one for each of the findings that it reports.</summary>
internal static class ReferenceRules
{
    /// <summary>The property of a diagnostic with the replacements, separated by spaces.</summary>
    public const string Replacements = nameof(Replacements);

    private const string Documentation = "https://github.com/specpush/specpush/blob/main/docs/findings.md";

    // The message is the complete message of the finding.
    private static readonly DiagnosticDescriptor Unknown = new(
        ReferenceFindings.UnknownRequirementCode, "Unknown requirement", "{0}", "SpecPush", DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: Documentation + "#spush2010");

    private static readonly DiagnosticDescriptor Deprecated = new(
        ReferenceFindings.DeprecatedRequirementCode, "Deprecated requirement", "{0}", "SpecPush", DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: Documentation + "#spush2011");

    private static readonly DiagnosticDescriptor WithoutNumber = new(
        ReferenceFindings.PartialAcidCode, "Group without a requirement number", "{0}", "SpecPush", DiagnosticSeverity.Info,
        isEnabledByDefault: true, helpLinkUri: Documentation + "#spush2015");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Unknown, Deprecated, WithoutNumber];

    public static Diagnostic Diagnostic(Finding finding, Location place, ImmutableArray<string> replacements)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Replacements, string.Join(" ", replacements));
        return Microsoft.CodeAnalysis.Diagnostic.Create(All.Single(rule => rule.Id == finding.Code), place, properties, finding.Message);
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SpecPush.Findings;
using SpecPush.References;

namespace SpecPush.Analyzers.References;

/// <summary>What the analyzer says: the findings of a build, as the compiler describes them.</summary>
internal static class ReferenceRules
{
    /// <summary>The property of a diagnostic that has what to write instead, with a blank between several.</summary>
    public const string Replacements = nameof(Replacements);

    private const string Documentation = "https://github.com/specpush/specpush/blob/main/docs/findings.md";

    // A rule's message is that of the finding, which has everything in it.
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

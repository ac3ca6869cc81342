using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SpecPush.References;

namespace SpecPush.Analyzers;

/// <summary>Replaces a reference to a deprecated requirement with one to its replacement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeprecatedRequirementFixProvider))]
[Shared]
public sealed class DeprecatedRequirementFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [ReferenceFindings.DeprecatedRequirementCode];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => ReplacementFixes.RegisterAsync(context);
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SpecPush.References;

namespace SpecPush.Analyzers;

/// <summary>Replaces a reference with the requirement that was probably meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownRequirementFixProvider))]
[Shared]
public sealed class UnknownRequirementFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [ReferenceFindings.UnknownRequirementCode];

    /// <summary>None: the spec may lack the requirement, and then a guess that nobody looked at would hide that.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => ReplacementFixes.RegisterAsync(context);
}

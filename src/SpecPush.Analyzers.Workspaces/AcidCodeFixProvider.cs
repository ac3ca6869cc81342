using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SpecPush.Analyzers.References;
using SpecPush.References;

namespace SpecPush.Analyzers;

/// <summary>Replaces a reference with the requirement that was probably meant, or with the replacement of a deprecated one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcidCodeFixProvider))]
[Shared]
public sealed class AcidCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [ReferenceFindings.UnknownRequirementCode, ReferenceFindings.DeprecatedRequirementCode];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var replacements = diagnostic.Properties.TryGetValue(ReferenceRules.Replacements, out var value) && value is { Length: > 0 } ? value.Split(' ') : [];
            for (var index = 0; index < replacements.Length; index++)
            {
                var acid = replacements[index];
                var action = CodeAction.Create(
                    $"Change to {acid}",
                    cancellationToken => ReplaceAsync(context.Document, diagnostic.Location.SourceSpan, acid, cancellationToken),
                    // "Fix all" applies the first suggestion everywhere, or the second.
                    equivalenceKey: index.ToString(CultureInfo.InvariantCulture));
                context.RegisterCodeFix(action, diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> ReplaceAsync(Document document, TextSpan span, string acid, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.Replace(span, acid));
    }
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SpecPush.Analyzers.References;

namespace SpecPush.Analyzers;

/// <summary>The fixes that write one of a finding's replacements.</summary>
internal static class ReplacementFixes
{
    public static Task RegisterAsync(CodeFixContext context)
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

using System.Collections.Immutable;
using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Tags;
using SpecPush.Analyzers.References;
using SpecPush.Specs;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace SpecPush.Analyzers;

/// <summary>Offers the requirements of a feature in strings and comments, once its name and a dot are typed.</summary>
[ExportCompletionProvider(nameof(AcidCompletionProvider), LanguageNames.CSharp)]
[Shared]
public sealed class AcidCompletionProvider : CompletionProvider
{
    private const string Text = nameof(Text);

    private static readonly Regex Number = new("[0-9]+", RegexOptions.CultureInvariant);

    // Characters of an ACID continue the filter; only Enter and Tab commit an item.
    private static readonly CompletionItemRules Rules = CompletionItemRules.Create(
        filterCharacterRules: [CharacterSetModificationRule.Create(CharacterSetModificationKind.Add, '.', '-', '_')],
        commitCharacterRules: [CharacterSetModificationRule.Create(CharacterSetModificationKind.Replace)]);

    /// <inheritdoc/>
    public override bool ShouldTriggerCompletion(RoslynText text, int caretPosition, CompletionTrigger trigger, OptionSet options) =>
        trigger.Kind == CompletionTriggerKind.Insertion && AcidBeginning.Before(text, caretPosition) is not null;

    /// <inheritdoc/>
    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        var document = context.Document;
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        if (AcidBeginning.Before(text, context.Position) is not { } beginning
            || EditorSettings.From(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions) is not { } settings
            || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || !WrittenText.Contains(root, beginning.Span))
        {
            return;
        }

        var index = RequirementIndex.From(document.Project.AnalyzerOptions.AdditionalFiles, settings, context.CancellationToken);
        foreach (var requirement in index.Requirements.All.Where(requirement => requirement.Acid.StartsWith(beginning.Feature + ".", StringComparison.Ordinal)))
        {
            context.CompletionListSpan = beginning.Span;
            context.AddItem(Item(requirement));
        }
    }

    /// <inheritdoc/>
    public override Task<CompletionDescription?> GetDescriptionAsync(Document document, CompletionItem item, CancellationToken cancellationToken) =>
        Task.FromResult<CompletionDescription?>(CompletionDescription.FromText(item.Properties[Text]));

    private static CompletionItem Item(Requirement requirement)
    {
        return CompletionItem.Create(
            requirement.Acid,
            sortText: SortText(requirement.Acid),
            properties: ImmutableDictionary<string, string>.Empty.Add(Text, Description(requirement)),
            tags: [WellKnownTags.Constant],
            rules: Rules,
            inlineDescription: $"{(requirement.Deprecated ? "deprecated: " : "")}{Quote.Shorten(requirement.Text)}");
    }

    private static string Description(Requirement requirement) => string.Join("\n\n", new[]
    {
        requirement.Text.Trim(),
        requirement.Note?.Trim(),
        requirement.Deprecated ? $"Deprecated{(requirement.ReplacedBy.IsEmpty ? "" : $"; replaced by {string.Join(", ", requirement.ReplacedBy)}")}." : null,
    }.Where(static part => !string.IsNullOrEmpty(part)));

    // Sorts 10 after 9, and 1-1 after 1.
    private static string SortText(string acid) => Number.Replace(acid, static number => number.Value.PadLeft(5, '0'));
}

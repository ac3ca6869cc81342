using System.Globalization;
using SpecPush.Comparison;
using SpecPush.Findings;
using SpecPush.Reporting;

namespace SpecPush.Actions.Rendering;

/// <summary>What a change does to the requirements, with everything folded that needs no attention.</summary>
internal static class ComparisonSection
{
    private const int MaxPlaces = 3;

    public static string Render(RequirementComparison comparison, SourceLinks links, int bytes)
    {
        var page = new BoundedText(bytes);
        page.AddLine("### What this change does to the requirements");
        page.AddLine();
        page.AddLine(Headline(comparison, links));
        page.AddLine();
        AddAttention(page, [.. comparison.Requirements.Where(NeedsAttention)], comparison, links);
        AddOthers(page, [.. comparison.Requirements.Where(static change => !NeedsAttention(change))], comparison, links);
        AddGaps(page, comparison);
        return page.ToString();
    }

    private static string Headline(RequirementComparison comparison, SourceLinks links)
    {
        var changes = comparison.Requirements.IsEmpty
            ? "No requirement has changed"
            : string.Join(" · ", ChangeWords.Count(comparison.Requirements).Select(static count => NeedsAttention(count.Kind) ? $"**{Text(count)}**" : Text(count)));
        var commit = Markdown.Link($"<code>{comparison.Base[..7]}</code>", (links with { Commit = comparison.Base }).ToCommit);
        return $"{changes}, compared with {Markdown.Code(comparison.With)} at {commit}.";
    }

    private static void AddAttention(BoundedText page, RequirementChange[] changes, RequirementComparison comparison, SourceLinks links)
    {
        if (changes.Length > 0)
        {
            page.AddLines([.. changes.Select(change => Item(change, comparison, links))], page.Left / 2, "requirements that need attention");
            page.AddLine();
        }
    }

    private static void AddOthers(BoundedText page, RequirementChange[] changes, RequirementComparison comparison, SourceLinks links)
    {
        var products = changes.GroupBy(static change => change.Product, StringComparer.Ordinal).OrderBy(static product => product.Key, StringComparer.Ordinal).Select(static product => product.ToArray()).ToArray();
        var left = 0;
        for (var index = 0; index < products.Length; index++)
        {
            var product = products[index];
            var summary = $"<strong>{Markdown.EscapeInHtml(product[0].Product)}</strong>: {string.Join(", ", ChangeWords.Count(product).Select(Text))}";
            var isAdded = page.AddFolded(summary, [.. product.Select(change => Item(change, comparison, links))], page.Left / (products.Length - index), "requirements");
            left += isAdded ? 0 : product.Length;
        }

        page.AddLeftOut(left, "requirements");
    }

    private static void AddGaps(BoundedText page, RequirementComparison comparison)
    {
        if (!comparison.InvalidSpecs.IsEmpty)
        {
            page.AddLine($"⚠️ Not compared, because the spec is invalid on one side: {Places(comparison.InvalidSpecs)}.");
            page.AddLine();
        }

        if (!comparison.UnknownProjects.IsEmpty)
        {
            page.AddLine($"<sub>Only the text of these tests was compared, because their compiled tests are not known for both sides: {Places(comparison.UnknownProjects)}.</sub>");
            page.AddLine();
        }
    }

    private static bool NeedsAttention(RequirementChange change) => change.Changes.Any(NeedsAttention);

    private static bool NeedsAttention(ChangeKind kind) => kind is ChangeKind.LostTests or ChangeKind.Untested;

    private static string Item(RequirementChange change, RequirementComparison comparison, SourceLinks links)
    {
        var isRemoved = change.Has(ChangeKind.Removed);
        var side = isRemoved ? links with { Commit = comparison.Base } : links;
        var acid = Markdown.Link(Markdown.Code(change.Acid), side.To(new SourceLocation(change.Path, change.Line)));
        var mark = change.Has(ChangeKind.LostTests) ? "🔴 " : change.Has(ChangeKind.Untested) ? "🟡 " : "";
        var lost = change.LostTests.IsEmpty ? "" : $", which was at {Places(change.LostTests)}";
        return $"- {mark}{acid} **{Markdown.Escape(ChangeWords.For(change))}**{lost}<br>{Text(change)}";
    }

    private static string Text(RequirementChange change) => change.OldText is not { } old
        ? Markdown.Escape(change.Text)
        : string.Join(' ', WordDifference.Compare(OneLine.Cut(old, Markdown.MaxText), OneLine.Cut(change.Text, Markdown.MaxText)).Select(static part => part.Kind switch
        {
            TextPartKind.Old => $"<del>{Markdown.Escape(part.Text)}</del>",
            TextPartKind.New => $"<ins>{Markdown.Escape(part.Text)}</ins>",
            _ => Markdown.Escape(part.Text),
        }));

    private static string Places(IReadOnlyCollection<string> places) =>
        string.Join(", ", places.Take(MaxPlaces).Select(Markdown.Code)) + (places.Count > MaxPlaces ? string.Create(CultureInfo.InvariantCulture, $" and {places.Count - MaxPlaces} more") : "");

    // A non-breaking space keeps number and noun on one line.
    private static string Text((ChangeKind Kind, int Count) count) => string.Create(CultureInfo.InvariantCulture, $"{count.Count}\u00A0{ChangeWords.For(count.Kind, count.Count)}");
}

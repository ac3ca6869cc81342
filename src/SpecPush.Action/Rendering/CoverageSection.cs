using System.Globalization;
using SpecPush.Coverage;

namespace SpecPush.Actions.Rendering;

/// <summary>How many requirements have tests: one line per product, with its features folded.</summary>
internal static class CoverageSection
{
    private const int BarLength = 10;
    private const int MinPart = 4_000;

    public static void Add(BoundedText page, IReadOnlyCollection<FeatureCoverage> coverage)
    {
        if (coverage.Count == 0)
        {
            return;
        }

        var total = CoverageTotal.From(coverage);
        page.AddLine(string.Create(CultureInfo.InvariantCulture, $"### Requirements: {total.Tested} of {total.Requirements} tested"));
        page.AddLine();
        var products = coverage.GroupBy(static feature => feature.Product, StringComparer.Ordinal).Select(static product => product.ToArray()).ToArray();
        var left = 0;
        foreach (var features in products)
        {
            var isAdded = left == 0 && page.AddFolded(
                $"<strong>{Markdown.EscapeInHtml(features[0].Product)}</strong> {Bar(features)}",
                [.. features.Select(Row)],
                Math.Max(MinPart, page.Size / 4 / products.Length),
                "features",
                "| feature | requirements | referenced | tested | |\n|---|--:|--:|--:|---|");
            left += isAdded ? 0 : 1;
        }

        page.AddLeftOut(left, "products");
        page.AddLine();
    }

    private static string Row(FeatureCoverage feature) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Markdown.Escape(feature.Feature)} | {feature.Requirements} | {feature.WithReferences} | {feature.WithTests} | {Bar([feature])} |");

    // Rounded down, so that a full bar means all of them.
    private static string Bar(FeatureCoverage[] features)
    {
        var total = CoverageTotal.From(features);
        var full = total.PercentTested * BarLength / 100;
        return string.Create(
            CultureInfo.InvariantCulture, $"{new string('█', full)}{new string('░', BarLength - full)} {total.PercentTested} %{(features.Length == 1 ? "" : $", {total.Tested} of {total.Requirements} tested")}");
    }
}

using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Coverage;
using SpecPush.Findings;
using SpecPush.Reporting;

namespace SpecPush.Tool.Output;

/// <summary>Shows how many requirements have references and tests, and which have no test.</summary>
internal static class CoverageView
{
    private static readonly ImmutableArray<string> Heading = ["product", "feature", "requirements", "referenced", "tested", ""];

    public static void Show(Screen screen, Report report)
    {
        if (report.Coverage.IsEmpty)
        {
            screen.WriteLine("SpecPush: there are no requirements");
            return;
        }

        screen.WriteTable(Heading, [.. report.Coverage.Select(Row)], texts: 2);
        foreach (var requirement in report.Coverage.SelectMany(static feature => feature.ByRequirement).Where(static requirement => !requirement.Deprecated && requirement.Tests.IsEmpty))
        {
            screen.WriteLine(
                new Span(string.Create(CultureInfo.InvariantCulture, $"{requirement.Path}({requirement.Line}): "), Tone.Faint),
                new Span(requirement.Acid, Tone.Strong),
                $" has no test: {OneLine.From(requirement.Text)}");
        }

        var total = CoverageTotal.From(report.Coverage);
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SpecPush: {total.Tested} of {OneLine.Count(total.Requirements, "requirement")} tested, {total.PercentTested}%"));
    }

    private static ImmutableArray<string> Row(FeatureCoverage feature) =>
    [
        feature.Product,
        feature.Feature,
        Number(feature.Requirements),
        Number(feature.WithReferences),
        Number(feature.WithTests),
        $"{Number(CoverageTotal.From([feature]).PercentTested)}%",
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

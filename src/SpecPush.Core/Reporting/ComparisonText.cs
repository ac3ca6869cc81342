using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Comparison;
using SpecPush.Findings;

namespace SpecPush.Reporting;

/// <summary>A comparison as plain text, with one line per changed requirement.</summary>
public static class ComparisonText
{
    private const int MaxText = 160;
    private const int MaxPlaces = 3;

    /// <summary>A summary in one line.</summary>
    public static string Headline(RequirementComparison comparison)
    {
        var counts = ChangeWords.Count(comparison.Requirements).Select(static count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} {ChangeWords.For(count.Kind, count.Count)}"));
        var changes = comparison.Requirements.IsEmpty ? "no requirement has changed" : $"{OneLine.Count(comparison.Requirements.Length, "requirement")} changed: {string.Join(", ", counts)}";
        return $"compared with {OneLine.From(comparison.With, MaxText)} ({comparison.Base[..7]}): {changes}";
    }

    /// <summary>The headline, the most important changes, and what could not be compared.</summary>
    public static ImmutableArray<string> Lines(RequirementComparison comparison, int maxRequirements = int.MaxValue)
    {
        var left = comparison.Requirements.Length - maxRequirements;
        return
        [
            Headline(comparison),
            .. comparison.Requirements.Take(maxRequirements).SelectMany(Describe),
            .. left <= 0 ? (string[])[] : [string.Create(CultureInfo.InvariantCulture, $"  … and {left} more")],
            .. comparison.InvalidSpecs.Select(static path => $"  not compared, because it is invalid on one side: {OneLine.From(path)}"),
            .. comparison.UnknownProjects.Select(static path => $"  only the text of its tests was compared: {OneLine.From(path)}"),
        ];
    }

    private static IEnumerable<string> Describe(RequirementChange change)
    {
        yield return $"  {OneLine.From(change.Acid)}: {OneLine.From(ChangeWords.For(change))} – {OneLine.From(change.Text, MaxText)}";
        if (change.OldText is { } text)
        {
            yield return $"    before: {OneLine.From(text, MaxText)}";
        }

        if (!change.LostTests.IsEmpty)
        {
            yield return $"    was tested at: {OneLine.From(string.Join(", ", change.LostTests.Take(MaxPlaces)))}";
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Findings;
using SpecPush.Pushing;

namespace SpecPush.Reporting;

/// <summary>The report as a few lines of plain text, for a build's output.</summary>
public static class TextRendering
{
    // A build's output should not list them all.
    private const int MaxRequirements = 20;

    /// <summary>One line per pushed product, or one that says why nothing was pushed; before that, the comparison.</summary>
    public static ImmutableArray<string> Lines(Report report)
    {
        var compared = report.Comparison is { } comparison ? ComparisonText.Lines(comparison, MaxRequirements) : [];
        ImmutableArray<string> lines = [.. compared.Concat(report.Results.Select(Describe)).Select(static line => $"SpecPush: {line}")];
        return report.Reason is { } reason ? lines.Add($"SpecPush: {reason}{CodeOf(report)}") : lines;
    }

    // If the server already has this state, there is nothing to explain.
    private static string CodeOf(Report report) => report is { Pushed: false, ReasonCode: { } code } ? $" ({code})" : "";

    private static string Describe(PushResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OneLine.From(result.Product ?? "references")} → {OneLine.From(result.Implementation ?? "no implementation")}: {OneLine.Count(result.SpecsCreated, "spec")} created, {result.SpecsUpdated} updated, {OneLine.Count(result.References, "reference")}");
}

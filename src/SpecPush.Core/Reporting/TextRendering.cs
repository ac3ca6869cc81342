using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Findings;
using SpecPush.Pushing;

namespace SpecPush.Reporting;

/// <summary>The report in a few lines of plain text, as a build prints it.</summary>
public static class TextRendering
{
    // A build's output is not the place to read them all.
    private const int MaxRequirements = 20;

    /// <summary>What has changed, one line for each product that was pushed, or one that says why nothing was.</summary>
    public static ImmutableArray<string> Lines(Report report)
    {
        var compared = report.Comparison is { } comparison ? ComparisonText.Lines(comparison, MaxRequirements) : [];
        ImmutableArray<string> lines = [.. compared.Concat(report.Results.Select(Describe)).Select(static line => $"SpecPush: {line}")];
        return report.Reason is { } reason ? lines.Add($"SpecPush: {reason}{CodeOf(report)}") : lines;
    }

    // A state that the server holds needs no explanation.
    private static string CodeOf(Report report) => report is { Pushed: false, ReasonCode: { } code } ? $" ({code})" : "";

    private static string Describe(PushResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OneLine.From(result.Product ?? "references")} → {OneLine.From(result.Implementation ?? "no implementation")}: {OneLine.Count(result.SpecsCreated, "spec")} created, {result.SpecsUpdated} updated, {OneLine.Count(result.References, "reference")}");
}

using System.Collections.Immutable;
using System.Globalization;

namespace SpecPush.Reporting;

/// <summary>The report in a few lines of plain text, as a build prints it.</summary>
public static class TextRendering
{
    /// <summary>One line for each product that was pushed, or one that says why nothing was.</summary>
    public static ImmutableArray<string> Lines(Report report)
    {
        var lines = report.Results.Select(static result => $"SpecPush: {Describe(result)}").ToImmutableArray();
        return report.Reason is { } reason ? lines.Add($"SpecPush: {reason}") : lines;
    }

    private static string Describe(PushResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OneLine(result.Product ?? "references")} → {OneLine(result.Implementation ?? "no implementation")}: {Count(result.SpecsCreated, "spec")} created, {result.SpecsUpdated} updated, {Count(result.References, "reference")}");

    internal static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string OneLine(string text) => string.Concat(text.Select(static character => char.IsControl(character) ? ' ' : character));
}

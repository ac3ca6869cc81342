using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Findings;

namespace SpecPush.Actions.Commands;

/// <summary>Chooses the findings to show with workflow commands: the runner shows ten per level and step, and drops the others.</summary>
/// <param name="Shown">The findings to show.</param>
/// <param name="Remainders">For each level with more findings, how many are not shown.</param>
/// <param name="Others">The findings that are not shown.</param>
internal sealed record AnnotationChoice(
    ImmutableArray<Finding> Shown, ImmutableArray<(Severity Severity, int Count)> Remainders, ImmutableArray<Finding> Others)
{
    private const int MaxPerLevel = 10;

    /// <summary>Whether every finding is shown.</summary>
    public bool IsComplete => Others.IsEmpty;

    /// <param name="findings">Most severe first.</param>
    public static AnnotationChoice Choose(ImmutableArray<Finding> findings)
    {
        var shown = ImmutableArray.CreateBuilder<Finding>();
        var remainders = ImmutableArray.CreateBuilder<(Severity, int)>();
        foreach (var level in findings.GroupBy(static finding => finding.Severity).OrderByDescending(static level => level.Key))
        {
            // The tenth annotation says how many more there are.
            var count = level.Count();
            var room = count <= MaxPerLevel ? count : MaxPerLevel - 1;
            shown.AddRange(DifferentFilesFirst(level).Take(room));
            if (room < count)
            {
                remainders.Add((level.Key, count - room));
            }
        }

        var commands = shown.ToHashSet();
        return new AnnotationChoice(shown.ToImmutable(), remainders.ToImmutable(), [.. findings.Where(finding => !commands.Contains(finding))]);
    }

    /// <summary>The text of a level's tenth annotation.</summary>
    public static string Describe(Severity severity, int count) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count} more {WorkflowCommand.Level(severity)}s: the log of this step, its summary and the JSON report list them all.");

    // The first of every file, then the second of every file, and so on. Findings without a file are grouped by code.
    private static IEnumerable<Finding> DifferentFilesFirst(IEnumerable<Finding> findings) =>
        findings.GroupBy(static finding => finding.Location?.Path ?? finding.Code, StringComparer.Ordinal)
            .SelectMany(static file => file.Select(static (finding, place) => (finding, place)))
            .OrderBy(static entry => entry.place)
            .Select(static entry => entry.finding);
}

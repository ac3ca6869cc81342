using System.Globalization;

namespace SpecPush.WholeProcess;

/// <summary>A row of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Figure">The result.</param>
/// <param name="Wanted">The target.</param>
/// <param name="IsMet">Whether the target is met; null if nothing could be measured.</param>
internal sealed record Row(string What, string Figure, string Wanted, bool? IsMet)
{
    /// <summary>A time, compared with another time from the same run.</summary>
    public static Row Ratio(string what, Comparison times, double max, string of) => new(
        what,
        string.Create(CultureInfo.InvariantCulture, $"{times.Program:F3} s, {times.Ratio:F2} × {of} ({times.Baseline:F3} s)"),
        string.Create(CultureInfo.InvariantCulture, $"≤ {max:F2} × {of}"),
        times.Ratio <= max);

    public static Row Memory(string what, long bytes, int maxMegabytes) => new(
        what,
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F0} MB"),
        string.Create(CultureInfo.InvariantCulture, $"≤ {maxMegabytes} MB"),
        bytes <= maxMegabytes * 1_000_000L);

    public static Row Count(string what, int? count, int max) => count is null
        ? new Row(what, "not measured: strace is missing", $"≤ {max}", null)
        : new Row(what, count.Value.ToString(CultureInfo.InvariantCulture), $"≤ {max}", count <= max);
}

/// <summary>The table as Markdown.</summary>
internal static class Table
{
    /// <summary>Prints each row as soon as it is measured.</summary>
    /// <returns>Whether no target is missed.</returns>
    public static bool Print(IEnumerable<Row> rows)
    {
        Console.WriteLine("| what | measured | wanted | |");
        Console.WriteLine("|---|---|---|---|");
        var isMet = true;
        foreach (var row in rows)
        {
            Console.WriteLine($"| {row.What} | {row.Figure} | {row.Wanted} | {row.IsMet switch { true => "met", false => "missed", null => "" }} |");
            isMet &= row.IsMet != false;
        }

        return isMet;
    }
}

using SpecPush.Reporting;

namespace SpecPush.Tool.Output;

/// <summary>Shows which requirements changed, and which gained or lost tests. If the other commit is unknown, a finding says so.</summary>
internal static class ComparisonView
{
    public static void Show(Screen screen, Report report)
    {
        if (report.Comparison is not { } comparison)
        {
            return;
        }

        var lines = ComparisonText.Lines(comparison);
        screen.WriteLine($"SpecPush: {lines[0]}");
        foreach (var line in lines.Skip(1))
        {
            screen.WriteLine(line);
        }
    }
}

using SpecPush.Findings;

namespace SpecPush.Actions.Commands;

/// <summary>Makes untrusted text safe to show on one line of a log.</summary>
internal static class LogText
{
    /// <summary>
    /// One line in which the runner does not find a command, neither at the start (<c>::error::</c>) nor in the middle, where the older
    /// form (<c>##[error]</c>) also works.
    /// </summary>
    public static string From(string text)
    {
        var line = OneLine.From(text).Replace("##[", "## [", StringComparison.Ordinal);

        // The runner does not see characters without a width, because it compares as people read.
        var start = line.IndexOf("::", StringComparison.Ordinal);
        return start >= 0 && !line.AsSpan(0, start).ContainsAnyInRange('!', '~') ? $". {line}" : line;
    }
}

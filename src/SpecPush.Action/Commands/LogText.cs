using SpecPush.Findings;

namespace SpecPush.Actions.Commands;

/// <summary>Text from outside, made fit for one line of a log.</summary>
internal static class LogText
{
    /// <summary>
    /// One line in which the runner finds no command: not at its start (<c>::error::</c>), where the text before it is, and not in
    /// its middle either, where the older form (<c>##[error]</c>) counts too.
    /// </summary>
    public static string From(string text)
    {
        var line = OneLine.From(text).Replace("##[", "## [", StringComparison.Ordinal);
        return line.StartsWith("::", StringComparison.Ordinal) ? $". {line}" : line;
    }
}

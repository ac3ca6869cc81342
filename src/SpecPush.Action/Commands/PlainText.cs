namespace SpecPush.Action.Commands;

/// <summary>Text from outside, made fit for one line of a log.</summary>
internal static class PlainText
{
    /// <summary>
    /// One line in which the runner finds no command: not at its start (<c>::error::</c>), where what it is printed after stands, and not in
    /// its middle either, where the older form (<c>##[error]</c>) counts too.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = string.Concat(text.Select(static character => IsInvisible(character) ? ' ' : character)).Trim();
        line = line.Replace("##[", "## [", StringComparison.Ordinal);
        return line.StartsWith("::", StringComparison.Ordinal) ? $". {line}" : line;
    }

    /// <summary>At most so many characters, and no half of one that takes two.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 1;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]}…";
    }

    /// <summary>Control characters, and those that turn the direction of writing, with which a text can look like another.</summary>
    public static bool IsInvisible(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

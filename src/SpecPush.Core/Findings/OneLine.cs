using System.Globalization;

namespace SpecPush.Findings;

/// <summary>Untrusted text made fit for one line of a log: the only place that does this.</summary>
internal static class OneLine
{
    /// <summary>The text on one line: what ends lines, controls a terminal or turns the direction of writing becomes a blank.</summary>
    public static string From(string text) => string.Concat(text.Select(static character => IsInvisible(character) ? ' ' : character)).Trim();

    /// <summary>The same, and at most so many characters; no half of one that takes two.</summary>
    public static string From(string text, int length) => Cut(From(text), length);

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

    /// <summary><c>1 spec</c>, <c>2 specs</c>.</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Control characters, and those that turn the direction of writing, with which a text can look like another.</summary>
    public static bool IsInvisible(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

using System.Globalization;
using System.Text;

namespace SpecPush.Findings;

/// <summary>Makes untrusted text safe to show on one line of a log. Nothing else does this.</summary>
internal static class OneLine
{
    /// <summary>Replaces line breaks, control characters and bidirectional controls with spaces, and leaves nothing that a CI system takes for a command.</summary>
    public static string From(string text) => Untrimmed(text).Trim();

    /// <summary>The same, with the white space at both ends.</summary>
    public static string Untrimmed(string text) => IsLine(text) ? text : ToLine(text);

    // Most texts are, and need no copy.
    private static bool IsLine(string text)
    {
        var hashes = 0;
        foreach (var character in text)
        {
            hashes += character == '#' ? 1 : 0;
            if (hashes == 2 || IsInvisible(character))
            {
                return false;
            }
        }

        return !StartsCommand(text);
    }

    private static string ToLine(string text)
    {
        var line = new StringBuilder(StartsCommand(text) ? ". " : "", text.Length);
        var previous = ' ';
        foreach (var character in text)
        {
            var shown = IsInvisible(character) ? ' ' : character;

            // ##[error], ##vso[…] and ##teamcity[…] are commands anywhere in a line (actions/runner, ActionCommand.cs; azure-pipelines-agent, Command.cs).
            line.Append(shown == '#' && previous == '#' ? " " : "").Append(shown);

            // GitHub's runner does not see characters without a width, because it compares as people read.
            previous = IsAscii(shown) ? shown : previous;
        }

        return line.ToString();
    }

    // ::error::, which is a command only at the start of a line.
    private static bool StartsCommand(string text)
    {
        var colons = 0;
        foreach (var character in text)
        {
            if (character == ' ' || !IsAscii(character))
            {
                continue;
            }

            if (character != ':' || ++colons == 2)
            {
                return character == ':';
            }
        }

        return false;
    }

    private static bool IsAscii(char character) => character is >= ' ' and <= '~';

    /// <summary>Also shortens the text to <paramref name="length"/> characters, without splitting a surrogate pair.</summary>
    public static string From(string text, int length) => Cut(From(text), length);

    /// <summary>Shortens the text to <paramref name="length"/> characters, without splitting a surrogate pair.</summary>
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

    /// <summary>Control characters, byte-order marks, and bidirectional controls, which can make one text look like another.</summary>
    public static bool IsInvisible(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

using System.Text.RegularExpressions;

namespace SpecPush.References.Compiled;

/// <summary>
/// Finds where the attributes and comments above a method begin, which symbols do not say. In any language, this reads the text
/// above the code up to an empty line, the end of another member, or the class declaration.
/// </summary>
internal static partial class RegionStart
{
    private static readonly string[] CommentStarts = ["//", "/*", "*", "'", "(*", "#"];

    /// <param name="lines">The file's lines.</param>
    /// <param name="line">The first line of the method's code, from 1.</param>
    /// <param name="floor">The last line of the previous method; 0 if there is none.</param>
    public static int Find(ReadOnlySpan<string> lines, int line, int floor)
    {
        if (line > lines.Length)
        {
            return line;
        }

        var first = OpeningBrace(lines, line, floor);
        while (first - 1 > floor && BelongsToNext(lines[first - 2].AsSpan().Trim()))
        {
            first--;
        }

        return first;
    }

    // Optimized code begins at the first statement; empty lines and comments may come between the brace and it.
    private static int OpeningBrace(ReadOnlySpan<string> lines, int line, int floor)
    {
        if (lines[line - 1].AsSpan().Trim().StartsWith('{'))
        {
            return line;
        }

        for (var above = line - 1; above > floor; above--)
        {
            var text = lines[above - 1].AsSpan().Trim();
            if (text.EndsWith('{') && !IsComment(text))
            {
                return ClassHead().IsMatch(text) ? line : above;
            }

            if (!text.IsEmpty && !IsComment(text))
            {
                break;
            }
        }

        return line;
    }

    private static bool BelongsToNext(ReadOnlySpan<char> text) =>
        IsComment(text) || !(text.IsEmpty || text[^1] is ';' or '}' or '{' || text[0] == '}' || ClassHead().IsMatch(text) || EndOfBlock().IsMatch(text));

    private static bool IsComment(ReadOnlySpan<char> text)
    {
        foreach (var start in CommentStarts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^([a-z]+ +)*(class|module|namespace|struct|structure|type) +\w", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClassHead();

    [GeneratedRegex(@"^End +[A-Z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndOfBlock();
}

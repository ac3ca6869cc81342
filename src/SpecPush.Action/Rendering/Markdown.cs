using System.Text;
using SpecPush.Findings;

namespace SpecPush.Actions.Rendering;

/// <summary>Escapes untrusted text for Markdown and for HTML in Markdown.</summary>
internal static class Markdown
{
    public const int MaxText = 500;

    // GitHub looks for @user, #1 and GH-1 when Markdown has become HTML, where no escape is left (github/cmark-gfm#181), but not in code.
    // Renovate separates them in the same way.
    private const string ZeroWidthSpace = "&#8203;";

    /// <summary>Text on one line, in Markdown. A backslash makes any ASCII punctuation character literal (CommonMark 0.31, 2.4).</summary>
    public static string Escape(string text) => Escape(text, isMarkdown: true, isCode: false);

    /// <summary>Text on one line, in a block of HTML such as a <c>summary</c>, where a backslash is a character like any other (CommonMark 0.31, 4.6).</summary>
    public static string EscapeInHtml(string text) => Escape(text, isMarkdown: false, isCode: false);

    public static string Code(string text) => $"<code>{Escape(text, isMarkdown: true, isCode: true)}</code>";

    public static string Link(string text, string? address) => address is null ? text : $"[{text}]({address})";

    private static string Escape(string text, bool isMarkdown, bool isCode)
    {
        var escaped = new StringBuilder(text.Length);
        var previous = ' ';
        foreach (var character in OneLine.Cut(text, MaxText))
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                _ when OneLine.IsInvisible(character) => escaped.Append(' '),
                _ when isMarkdown && NeedsBackslash(character) => escaped.Append('\\').Append(character),
                _ => escaped.Append(character),
            };
            if (!isCode && (character is '@' or '#' || (character == '-' && previous is ('H' or 'h'))))
            {
                escaped.Append(ZeroWidthSpace);
            }

            previous = character;
        }

        return escaped.ToString();
    }

    private static bool NeedsBackslash(char character) =>
        char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character) && character is not (',' or ';' or '\'' or '/' or ' ');
}

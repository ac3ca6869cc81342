using System.Text;
using SpecPush.Findings;

namespace SpecPush.Actions.Rendering;

/// <summary>Escapes untrusted text for Markdown and for HTML in Markdown.</summary>
internal static class Markdown
{
    public const int MaxText = 500;

    /// <summary>Text on one line. A backslash makes any ASCII punctuation character literal (CommonMark 0.31, 2.4).</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in OneLine.Cut(text, MaxText))
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                ',' or ';' or '\'' or '/' or ' ' => character.ToString(),
                _ when OneLine.IsInvisible(character) => " ",
                _ when char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character) => $"\\{character}",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    public static string Code(string text) => $"<code>{Escape(text)}</code>";

    public static string Link(string text, string? address) => address is null ? text : $"[{text}]({address})";
}

using System.Globalization;
using System.Text;

namespace SpecPush.Analyzers.Constants;

/// <summary>Escapes text of specs for C# source, so that it cannot break out of a comment or literal.</summary>
internal static class CSharpText
{
    /// <summary>For the inside of an XML documentation comment.</summary>
    public static string Documentation(string text) => Line(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A string literal with its quotes.</summary>
    public static string Literal(string text) => $"\"{Line(text).Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>
    /// One line without invisible characters: C# ends a line at five different characters, XML does not allow control characters, and
    /// bidirectional controls can disguise source code. A lone surrogate becomes U+FFFD.
    /// </summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        var ended = false;
        for (var index = 0; index < text.Length; index++)
        {
            var isPair = char.IsSurrogatePair(text, index);
            if (!IsVisible(text, index, isPair))
            {
                ended = line.Length > 0;
                index += isPair ? 1 : 0;
                continue;
            }

            line.Append(ended ? " " : "");
            ended = false;
            if (isPair)
            {
                line.Append(text, index++, 2);
            }
            else
            {
                line.Append(char.IsSurrogate(text[index]) ? '\uFFFD' : text[index]);
            }
        }

        return line.ToString();
    }

    private static bool IsVisible(string text, int index, bool isPair) =>
        (!isPair && char.IsSurrogate(text[index])) || CharUnicodeInfo.GetUnicodeCategory(text, index) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}

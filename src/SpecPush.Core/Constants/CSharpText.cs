using System.Globalization;
using System.Text;

namespace SpecPush.Constants;

/// <summary>Text of specs as part of C# source. Whatever it holds, it ends where we end it.</summary>
internal static class CSharpText
{
    /// <summary>For the inside of an XML documentation comment.</summary>
    public static string Documentation(string text) =>
        Line(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A string literal with its quotes.</summary>
    public static string Literal(string text) =>
        $"\"{Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>
    /// One line without anything invisible: C# ends a line at five different characters, XML allows no control characters, and
    /// characters that change the direction of writing make source look like what it is not.
    /// </summary>
    public static string Line(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            visible.Append(IsVisible(rune) ? rune.ToString() : " ");
        }

        return string.Join(' ', visible.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}

using System.Globalization;

namespace SpecPush.LocalServer.Validation;

/// <summary>Counts text as the API does, in grapheme clusters.</summary>
internal static class Graphemes
{
    public static bool Exceed(string? text, int longest) => text?.Length > longest && new StringInfo(text).LengthInTextElements > longest;
}

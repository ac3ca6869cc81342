using System.Text.RegularExpressions;

namespace SpecPush.References;

/// <summary>How a requirement is named in text.</summary>
internal static partial class AcidPattern
{
    /// <summary>Every ACID in <paramref name="text"/>, from left to right, repetitions included.</summary>
    public static IEnumerable<string> FindAll(string text) => Pattern().Matches(text).Select(match => match.Value);

    // The official CLI's pattern. ECMAScript, because there only ASCII letters make a word boundary.
    [GeneratedRegex(@"\b[A-Za-z0-9_-]+\.[A-Z][A-Z0-9_-]*\.[0-9]+(-[0-9]+)?\b", RegexOptions.ECMAScript)]
    private static partial Regex Pattern();
}

namespace SpecPush.Settings;

/// <summary>Alternatives in globs, <c>{src,tests}/**</c>, which the library for globs does not know.</summary>
internal static class BracePattern
{
    // Alternatives multiply: {a,b}{a,b}{a,b}… could fill the memory.
    private const int MaxBraces = 4;

    public static bool IsBalanced(string pattern)
    {
        var depth = 0;
        foreach (var character in pattern)
        {
            depth += character switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth is < 0 or > 1)
            {
                return false;
            }
        }

        return depth == 0 && pattern.Count(static character => character == '{') <= MaxBraces;
    }

    /// <summary>A pattern for each alternative; the pattern itself if it has none.</summary>
    public static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        var close = pattern.IndexOf('}', StringComparison.Ordinal);
        return open < 0 || close < open
            ? [pattern]
            : pattern[(open + 1)..close].Split(',').SelectMany(alternative => Expand($"{pattern[..open]}{alternative}{pattern[(close + 1)..]}"));
    }
}

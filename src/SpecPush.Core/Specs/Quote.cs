using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>Shortens text of a spec to one short line for a message.</summary>
internal static class Quote
{
    private const int MaximumLength = 60;

    public static string InQuotes(string text) => $"'{Shorten(text)}'";

    public static string Shorten(string text)
    {
        var line = string.Join(' ', OneLine.From(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaximumLength ? line : $"{line[..CutOff(line)]}…";
    }

    // Never splits a surrogate pair.
    private static int CutOff(string line) => char.IsHighSurrogate(line[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength;
}

namespace SpecPush.Specs;

/// <summary>Prepares text of a spec for a message: one line, not too long.</summary>
internal static class Quote
{
    private const int MaximumLength = 60;

    public static string InQuotes(string text) => $"'{Shorten(text)}'";

    public static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaximumLength ? line : $"{line[..CutOff(line)]}…";
    }

    // Not between the halves of a surrogate pair.
    private static int CutOff(string line) => char.IsHighSurrogate(line[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength;
}

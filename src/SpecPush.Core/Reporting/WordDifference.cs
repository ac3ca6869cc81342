using System.Collections.Immutable;

namespace SpecPush.Reporting;

/// <summary>A part of a text that both versions have, or only one of them.</summary>
internal sealed record TextPart(string Text, TextPartKind Kind);

/// <summary>Which versions have a part of a text.</summary>
internal enum TextPartKind
{
    Both,
    Old,
    New,
}

/// <summary>Compares two versions of a sentence word by word.</summary>
internal static class WordDifference
{
    // The algorithm needs a table of all pairs of words; longer texts are shown completely.
    private const int MaxWords = 400;

    public static ImmutableArray<TextPart> Compare(string old, string @new)
    {
        var (before, after) = (Words(old), Words(@new));
        if (before.Length > MaxWords || after.Length > MaxWords)
        {
            return [new TextPart(old, TextPartKind.Old), new TextPart(@new, TextPartKind.New)];
        }

        var common = CommonLengths(before, after);
        var words = new List<TextPart>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                words.Add(new TextPart(after[j++], TextPartKind.Both));
                i++;
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                words.Add(new TextPart(before[i++], TextPartKind.Old));
            }
            else
            {
                words.Add(new TextPart(after[j++], TextPartKind.New));
            }
        }

        return Join(words);
    }

    private static string[] Words(string text) => text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    // The length of the longest common subsequence after each pair of positions.
    private static int[,] CommonLengths(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static ImmutableArray<TextPart> Join(List<TextPart> words)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        foreach (var word in words)
        {
            if (parts.Count > 0 && parts[^1].Kind == word.Kind)
            {
                parts[^1] = word with { Text = $"{parts[^1].Text} {word.Text}" };
            }
            else
            {
                parts.Add(word);
            }
        }

        return parts.ToImmutable();
    }
}

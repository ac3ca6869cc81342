using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>Finds keys that are a slip of the pen away from one that means something. All other unknown keys are other tools' business.</summary>
internal static class KeyCheck
{
    private const int MostSlips = 2;

    public static void Check(YamlMapping mapping, IReadOnlyCollection<string> known, FindingList findings)
    {
        foreach (var key in mapping.Entries.Select(static entry => entry.Key).Where(key => key.Text.Length > 3 && !known.Contains(key.Text)))
        {
            if (known.Where(candidate => mapping[candidate] is null).MinBy(candidate => Distance(key.Text, candidate)) is { } nearest
                && Distance(key.Text, nearest) <= MostSlips)
            {
                findings.Add(SpecFindings.UnknownKey(findings.Place(key), key.Text, nearest));
            }
        }
    }

    // Levenshtein's.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}

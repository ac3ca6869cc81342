namespace SpecPush.Specs;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The most similar name, if the word is likely a misspelling of it.</summary>
    public static string? Nearest(string word, IEnumerable<string> names) => names
        .Where(name => Math.Abs(name.Length - word.Length) <= Tolerance(name))
        .Select(name => (Name: name, Distance: Distance(word.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(static candidate => candidate.Distance <= Tolerance(candidate.Name))
        .OrderBy(static candidate => candidate.Distance)
        .FirstOrDefault().Name;

    // "note" is not a misspelling of "name", nor "UX" of "UI".
    private static int Tolerance(string name) => name.Length switch { < 4 => 0, < 6 => 1, _ => 2 };

    // Optimal string alignment: counts letters that are inserted, deleted, replaced, or swapped with their neighbour.
    private static int Distance(string word, string name)
    {
        var distances = new int[word.Length + 1, name.Length + 1];
        for (var i = 0; i <= word.Length; i++)
        {
            for (var j = 0; j <= name.Length; j++)
            {
                distances[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(
                        Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1,
                        distances[i - 1, j - 1] + (word[i - 1] == name[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && word[i - 1] == name[j - 2] && word[i - 2] == name[j - 1])
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                }
            }
        }

        return distances[word.Length, name.Length];
    }
}

using System.Text;

namespace SpecPush.Acids;

/// <summary>How a requirement is named in text.</summary>
internal static class AcidPattern
{
    /// <summary>Every ACID in <paramref name="text"/>, from left to right, repetitions included.</summary>
    public static IReadOnlyList<string> FindAll(string text)
    {
        var found = new List<string>();
        var scanner = new AcidScanner(Encoding.UTF8.GetBytes(text));
        while (scanner.MoveNext())
        {
            found.Add(Encoding.ASCII.GetString(scanner.Current));
        }

        return found;
    }
}

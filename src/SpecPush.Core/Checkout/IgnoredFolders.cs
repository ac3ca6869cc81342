using System.Collections.Frozen;

namespace SpecPush.Checkout;

/// <summary>Folders without sources, for checkouts where git does not say what to ignore.</summary>
internal static class IgnoredFolders
{
    private static readonly string[] Output = ["bin", "obj", ".vs", ".idea", "TestResults", "node_modules"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All =
        FrozenSet.Create(StringComparer.Ordinal, [.. Output, ".git", ".hg", ".svn", ".bzr", ".jj"]).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> folder) => All.Contains(folder);

    /// <summary>Whether an untracked file is a tool's output that the repository forgot to ignore.</summary>
    public static bool IsOutput(string path) => path.Split('/').SkipLast(1).Any(Output.Contains);
}

using System.Collections.Frozen;

namespace SpecPush.Checkout;

/// <summary>Folders that tools write into, at any depth. As in the official CLI, nothing in them is a spec or a reference.</summary>
internal static class ToolFolders
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal, ".agents", "node_modules", "dist", "coverage", "tmp", "states");

    /// <summary>Whether a path is inside such a folder.</summary>
    public static bool Contain(string path) => path.Split('/').SkipLast(1).Any(Names.Contains);

    /// <summary>The path of the first such folder.</summary>
    public static string FirstOf(string path)
    {
        var segments = path.Split('/');
        return string.Join('/', segments.Take(Array.FindIndex(segments, Names.Contains) + 1));
    }
}

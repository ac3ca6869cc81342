namespace SpecPush.Checkout;

/// <summary>Folders that tools write into, at any depth. As in the official CLI, nothing in them is a spec or a reference.</summary>
internal static class ToolFolders
{
    /// <summary>Whether a path is inside such a folder.</summary>
    public static bool Contain(string path) => FindFirst(path) is not null;

    /// <summary>The path of the first such folder that a path is inside; null if there is none.</summary>
    public static string? FindFirst(string path)
    {
        for (var start = 0; path.IndexOf('/', start) is >= 0 and var end; start = end + 1)
        {
            if (path.AsSpan(start, end - start) is ".agents" or "node_modules" or "dist" or "coverage" or "tmp" or "states")
            {
                return path[..end];
            }
        }

        return null;
    }
}

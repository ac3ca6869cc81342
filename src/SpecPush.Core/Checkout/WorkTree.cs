namespace SpecPush.Checkout;

/// <summary>Recognises regular files that are reached without following a link, because a link may lead out of the repository.</summary>
internal sealed class WorkTree(string root)
{
    private readonly Dictionary<string, bool> _folders = new(StringComparer.Ordinal) { [""] = true };

    public bool HasRegularFile(string path)
    {
        var file = new FileInfo(Path.Combine(root, path));
        return file.Exists && !IsLink(file) && IsRealFolder(ParentOf(path));
    }

    /// <summary>Whether this is a link. Cloud storage placeholders are reparse points, too, but have no target.</summary>
    public static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null;

    private bool IsRealFolder(string path)
    {
        if (!_folders.TryGetValue(path, out var isReal))
        {
            isReal = IsRealFolder(ParentOf(path)) && !IsLink(new DirectoryInfo(Path.Combine(root, path)));
            _folders[path] = isReal;
        }

        return isReal;
    }

    private static string ParentOf(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "";
}

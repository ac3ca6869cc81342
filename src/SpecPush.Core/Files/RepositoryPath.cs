namespace SpecPush.Files;

/// <summary>Paths relative to the repository root, with <c>/</c>.</summary>
internal static class RepositoryPath
{
    /// <summary>An absolute path, relative to the root.</summary>
    public static string From(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    /// <summary>The path without its last segment; empty for what lies in the root.</summary>
    public static string Folder(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    public static string Combine(string folder, string path) => folder.Length == 0 ? path : $"{folder}/{path}";
}

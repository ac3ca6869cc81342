namespace SpecPush.Files;

/// <summary>Paths relative to the repository root, with <c>/</c>.</summary>
internal static class RepositoryPath
{
    /// <summary>Makes an absolute path relative to the root.</summary>
    public static string From(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    /// <summary>The path without its last segment; empty for a file in the root.</summary>
    public static string Folder(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    /// <summary>Whether an untrusted relative path stays below the root on every system: without <c>..</c>, a drive, or <c>\\</c>.</summary>
    public static bool IsInside(string path) =>
        !path.Any(static character => character == '\\' || char.IsControl(character)) && path is not [_, ':', ..]
        && path.Split('/').All(static segment => segment is not ("" or "." or ".."));

    public static string Combine(string folder, string path) => folder.Length == 0 ? path : $"{folder}/{path}";
}

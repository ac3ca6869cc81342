namespace SpecPush.References.Compiled;

/// <summary>Paths as compilers write them, on whatever system they ran.</summary>
internal static class DocumentPath
{
    /// <summary>With <c>/</c>, and without <c>.</c> and <c>..</c>, which line directives leave in.</summary>
    public static string Normalize(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Replace('\\', '/').Split('/'))
        {
            if (segment == ".." && segments.Count > 1)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != "." && (segment.Length > 0 || segments.Count == 0))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }

    public static bool IsAbsolute(string path) =>
        path.StartsWith('/') || path.StartsWith('\\') || (path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':');

    /// <summary>
    /// What follows <paramref name="folder"/> in <paramref name="path"/>, both normalized; null when it is not in there. Paths with a
    /// drive letter are compared as Windows does.
    /// </summary>
    public static string? Below(string folder, string path)
    {
        folder = folder.TrimEnd('/');
        var comparison = path.Length > 1 && path[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return path.Length > folder.Length + 1 && path[folder.Length] == '/' && path.StartsWith(folder, comparison)
            ? path[(folder.Length + 1)..]
            : null;
    }
}

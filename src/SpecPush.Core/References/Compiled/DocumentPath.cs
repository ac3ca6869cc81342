namespace SpecPush.References.Compiled;

/// <summary>Paths as compilers on any system write them.</summary>
internal static class DocumentPath
{
    /// <summary>Uses <c>/</c>, and resolves <c>.</c> and <c>..</c>, which line directives may contain.</summary>
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
    /// <paramref name="path"/> relative to <paramref name="folder"/>, both normalized; null if it is not inside. Paths with a drive
    /// letter are compared without regard to case, as on Windows. Every relative path is inside the folder <c>.</c>.
    /// </summary>
    public static string? Below(string folder, string path)
    {
        if (folder == ".")
        {
            return IsAbsolute(path) ? null : path;
        }

        folder = folder.TrimEnd('/');
        var comparison = path.Length > 1 && path[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return path.Length > folder.Length + 1 && path[folder.Length] == '/' && path.StartsWith(folder, comparison)
            ? path[(folder.Length + 1)..]
            : null;
    }
}

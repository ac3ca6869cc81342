namespace SpecPush.Files;

/// <summary>Where a file goes that a user asked for.</summary>
internal static class OutputPath
{
    // Linux gives up after so many (path_resolution(7)).
    private const int MaxLinks = 40;

    /// <summary>
    /// The absolute path, and that a link does not lead it out of the repository: who asked for <c>out/report.json</c> did not mean a place that whoever
    /// committed <c>out</c> has chosen. A link in place of the file itself is replaced when the file is written.
    /// </summary>
    /// <param name="path">As the user wrote it; relative to <paramref name="root"/>, or absolute.</param>
    /// <param name="root">Absolute path of the repository or the workspace.</param>
    /// <exception cref="IOException">A link leads it out.</exception>
    public static string Resolve(string path, string root)
    {
        var file = Path.GetFullPath(path, root);
        if (IsBelow(file, root) && !IsBelow(Path.Combine(BehindLinks(Path.GetDirectoryName(file)!), "x"), BehindLinks(root)))
        {
            throw new IOException("a folder of this path is a link that leads out of the repository; name the place that it leads to, or remove it.");
        }

        return file;
    }

    private static bool IsBelow(string file, string folder) =>
        Path.GetRelativePath(folder, file) is var relative && !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";

    private static string BehindLinks(string path)
    {
        var left = MaxLinks;
        return Follow(path);

        string Follow(string one)
        {
            if (Path.GetDirectoryName(one) is not { } parent)
            {
                return one;
            }

            var (folder, name) = (Follow(parent), Path.GetFileName(one));
            var here = Path.Combine(folder, name);
            return new FileInfo(here).LinkTarget is not { } target ? here
                : --left > 0 ? Follow(Path.GetFullPath(target, folder))
                : throw new IOException("too many links lead to each other on this path.");
        }
    }
}

namespace SpecPush.Files;

/// <summary>Where a file goes that a user asked for.</summary>
internal static class OutputPath
{
    /// <summary>
    /// Returns the absolute path. Refuses a folder that is a link out of the repository, because whoever committed the link would choose the place. A link
    /// in place of the file itself is replaced when the file is written.
    /// </summary>
    /// <param name="path">As the user wrote it; relative to <paramref name="root"/>, or absolute.</param>
    /// <param name="root">Absolute path of the repository or the workspace.</param>
    /// <exception cref="IOException">A link leads it out.</exception>
    public static string Resolve(string path, string root)
    {
        var file = Path.GetFullPath(path, root);
        if (IsBelow(file, root) && !IsBelow(Path.Combine(RealPath.Resolve(Path.GetDirectoryName(file)!), "x"), RealPath.Resolve(root)))
        {
            throw new IOException("a folder of this path is a link that leads out of the repository; name the place that it leads to, or remove it.");
        }

        return file;
    }

    private static bool IsBelow(string file, string folder) =>
        Path.GetRelativePath(folder, file) is var relative && !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";
}

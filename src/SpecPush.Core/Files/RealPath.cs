namespace SpecPush.Files;

/// <summary>Paths behind links.</summary>
internal static class RealPath
{
    // Linux gives up after so many (path_resolution(7)).
    private const int MaxLinks = 40;

    /// <summary>The same place, reached without a link. What does not exist is not a link.</summary>
    /// <param name="path">Absolute.</param>
    /// <exception cref="IOException">Links lead to each other.</exception>
    public static string Resolve(string path)
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

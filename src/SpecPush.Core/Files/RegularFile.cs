#pragma warning disable RS0030 // Opening files is banned everywhere but here, where pipes and devices are kept out
namespace SpecPush.Files;

/// <summary>
/// Reads files that others left: in a checkout, an artifact or the state folder. Opening a pipe waits for a writer, and reading a device may never
/// end. Neither has a length, so a file without one counts as empty.
/// </summary>
internal static class RegularFile
{
    /// <exception cref="IOException">The file is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[] ReadAllBytes(string path) => HasContent(path) ? File.ReadAllBytes(path) : [];

    /// <inheritdoc cref="ReadAllBytes"/>
    public static string ReadAllText(string path) => HasContent(path) ? File.ReadAllText(path) : "";

    /// <inheritdoc cref="ReadAllBytes"/>
    public static string[] ReadAllLines(string path) => HasContent(path) ? File.ReadAllLines(path) : [];

    /// <summary>Opens a file that others may replace meanwhile.</summary>
    /// <exception cref="IOException">The file is not there, has nothing in it, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static FileStream OpenRead(string path) => HasContent(path)
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
        : throw new IOException("it is empty, or not a file");

    /// <summary>Whether there is something to read that has an end.</summary>
    /// <exception cref="IOException">The file is not there, or is a link around in a circle.</exception>
    public static bool HasContent(string path) => LengthOf(path) > 0;

    /// <summary>The length of a file, or of what a link leads to in the end.</summary>
    /// <exception cref="IOException">The file is not there, or is a link around in a circle.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a folder.</exception>
    public static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return file.Exists || !Directory.Exists(file.FullName) ? file.Length : throw new UnauthorizedAccessException($"'{path}' is a folder.");
    }
}

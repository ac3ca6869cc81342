#pragma warning disable RS0030 // Banned: this is the one place that opens what may not be a file
namespace SpecPush.Files;

/// <summary>
/// Reads files that others left: in a checkout, an artifact or a folder of state. Who opens a pipe waits for somebody to write, and what a device
/// has may never end. Neither has a length, so what has none is as good as empty.
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
    public static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        return (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
    }
}

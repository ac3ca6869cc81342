namespace SpecPush.Files;

/// <summary>Writes files that hold either the old or the new content, never part of it, even if the process is killed.</summary>
internal static class AtomicFile
{
    /// <summary>What there is of a file while it is written, and after its writer was killed.</summary>
    public const string TemporaryFiles = "*.tmp";

    /// <exception cref="IOException">The disk is full, or the path cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the path is denied.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content) => Write(path, stream => stream.Write(content.Span));

    /// <inheritdoc cref="Write(string, ReadOnlyMemory{byte})"/>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    // The user should read about the first error, not about a failed clean-up.
    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}

using SpecPush.Checkout;
using SpecPush.Files;

namespace SpecPush.Tool.Initialization;

/// <summary>Writes a proposed change, unless the file has changed since it was read.</summary>
internal static class ChangeWriter
{
    /// <summary>Returns null, or why the file was not changed.</summary>
    public static string? Write(string root, ProposedChange change)
    {
        var path = Path.Combine(root, change.Path);
        try
        {
            if (!IsUnchanged(path, change.Before))
            {
                return $"{change.Path} has changed in the meantime and was not written; run specpush init again";
            }

            if (LeadsElsewhere(root, change.Path))
            {
                return $"{change.Path} is reached through a link and was left alone";
            }

            AtomicFile.Write(path, change.After);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{change.Path} could not be written: {exception.Message}";
        }
    }

    private static bool IsUnchanged(string path, byte[]? before) => before is null ? !Path.Exists(path) : File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(before);

    private static bool LeadsElsewhere(string root, string path)
    {
        for (var folder = RepositoryPath.Folder(path); folder.Length > 0; folder = RepositoryPath.Folder(folder))
        {
            var directory = new DirectoryInfo(Path.Combine(root, folder));
            if (directory.Exists && WorkTree.IsLink(directory))
            {
                return true;
            }
        }

        return WorkTree.IsLink(new FileInfo(Path.Combine(root, path)) is { Exists: true } file ? file : new DirectoryInfo(root));
    }
}

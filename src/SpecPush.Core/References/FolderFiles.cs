using System.IO.Enumeration;
using SpecPush.Checkout;
using SpecPush.Files;

namespace SpecPush.References;

/// <summary>Finds the files of builds and other jobs, which git does not list. Does not follow links.</summary>
internal static class FolderFiles
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <summary>Paths relative to the folder, with <c>/</c>.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="extension">With its dot.</param>
    /// <param name="skipped">Names of folders to skip.</param>
    public static string[] Find(string folder, string extension, params string[] skipped)
    {
        var files = new FileSystemEnumerable<string>(folder, static (ref entry) => entry.ToFullPath(), Everything)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && entry.FileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && !IsLink(ref entry),
            ShouldRecursePredicate = (ref entry) => !skipped.Contains(entry.FileName.ToString()) && !IsLink(ref entry),
        };
        return [.. files.Select(path => RepositoryPath.From(folder, path))];
    }

    private static bool IsLink(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && WorkTree.IsLink(entry.ToFileSystemInfo());
}

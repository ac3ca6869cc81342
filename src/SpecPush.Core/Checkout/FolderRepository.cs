using System.Collections.Immutable;
using System.IO.Enumeration;

namespace SpecPush.Checkout;

/// <summary>A folder without git, such as an unpacked source archive.</summary>
internal sealed class FolderRepository(string root) : IRepository
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    public string Root => root;

    public Task<RepositoryStatus> ReadStatusAsync(CancellationToken cancellationToken) => Task.FromResult(new RepositoryStatus { Root = root });

    public Task<RepositoryListing> ListFilesAsync(bool includeUntracked, RepositoryStatus? status, CancellationToken cancellationToken)
    {
        var files = new FileSystemEnumerable<string>(root, static (ref entry) => entry.ToFullPath(), Everything)
        {
            ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory && !IsLink(ref entry),
            ShouldRecursePredicate = static (ref entry) => !IgnoredFolders.Contains(entry.FileName) && !IsLink(ref entry),
        };
        var paths = new List<string>();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = Path.GetRelativePath(root, file);
            paths.Add(OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path);
        }

        // A file whose name is not valid Unicode cannot be opened by its decoded name.
        var present = paths.Where(path => !path.Contains('\uFFFD', StringComparison.Ordinal) || File.Exists(Path.Combine(root, path)));
        return Task.FromResult(new RepositoryListing([.. present.Order(StringComparer.Ordinal).Select(static path => new RepositoryFile(path, IsTracked: false))], []));
    }

    public Task<FoundCommits> FindLastCommitsAsync(string commit, IReadOnlyCollection<string> paths, CancellationToken cancellationToken) =>
        Task.FromResult(FoundCommits.None);

    public Task<ImmutableArray<KeyValuePair<string, byte[]>>> FindDeletedAsync(string commit, IEnumerable<string> globs, int maxLength, CancellationToken cancellationToken) =>
        Task.FromResult(ImmutableArray<KeyValuePair<string, byte[]>>.Empty);

    public Task<ImmutableArray<string>> ReadHeadParentsAsync(CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<string>.Empty);

    public Task<string?> FindMergeBaseAsync(string one, string other, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<ImmutableArray<TreeChange>?> FindChangesAsync(string from, string to, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<TreeChange>?>(null);

    public Task<int> ReadBlobsAsync(IReadOnlyCollection<string> blobs, Action<string, Stream> read, CancellationToken cancellationToken) => Task.FromResult(blobs.Count);

    public Task<string?> ResolveCommitAsync(string revision, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    private static bool IsLink(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && WorkTree.IsLink(entry.ToFileSystemInfo());
}

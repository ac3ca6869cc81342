using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>A folder without git: a source archive.</summary>
internal sealed class FolderRepository(string root) : IRepository
{
    public string Root => root;

    public Task<RepositoryStatus> ReadStatusAsync(CancellationToken cancellationToken) => Task.FromResult(new RepositoryStatus { Root = root });

    public Task<RepositoryListing> ListFilesAsync(bool includeUntracked, CancellationToken cancellationToken)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System };
        var files = Directory.EnumerateFiles(root, "*", options)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(static path => !BuildOutput.Contains(path))
            .Order(StringComparer.Ordinal);
        return Task.FromResult(new RepositoryListing([.. files.Select(static path => new RepositoryFile(path, IsTracked: false))], []));
    }

    public Task<ImmutableDictionary<string, string>> FindLastCommitsAsync(
        string commit, IReadOnlyCollection<string> paths, CancellationToken cancellationToken) => Task.FromResult(ImmutableDictionary<string, string>.Empty);

    public Task<ImmutableDictionary<string, byte[]>> ReadCommittedAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken) =>
        Task.FromResult(ImmutableDictionary<string, byte[]>.Empty);

    public Task<string?> ResolveCommitAsync(string revision, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}

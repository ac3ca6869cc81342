using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>A git checkout. The number of git processes does not depend on the number of files.</summary>
/// <param name="root">The work tree's root.</param>
/// <param name="program">Path of git; null to find it on the PATH.</param>
internal sealed class GitRepository(string root, string? program = null) : IRepository
{
    private readonly Git _git = new(root, program);

    public string Root => root;

    public Task<RepositoryStatus> ReadStatusAsync(CancellationToken cancellationToken) => GitStatus.ReadAsync(_git, cancellationToken);

    public async Task<RepositoryListing> ListFilesAsync(bool includeUntracked, RepositoryStatus? status, CancellationToken cancellationToken)
    {
        var listing = new GitListing(root, FindUnchangedAsync(status, cancellationToken));
        var tracked = ListAsync(_git.RunAsync(["ls-files", "-z", "-v", "--stage"], "", listing.ReadAsync, cancellationToken));
        var others = includeUntracked && status is null ? ListAsync(_git.RunAsync(["ls-files", "-z", "--others", "--exclude-standard"], cancellationToken)) : null;
        var untracked = !includeUntracked ? [] : others is not null ? (await others).Fields
            : [.. status!.Changes.Where(static change => change.Kind != FileChangeKind.Deleted).Select(static change => change.Path)];
        await tracked;
        return listing.Complete(untracked);
    }

    public Task<FoundCommits> FindLastCommitsAsync(string commit, IReadOnlyCollection<string> paths, CancellationToken cancellationToken) =>
        new GitHistory(_git).FindAsync(commit, paths, cancellationToken);

    public Task<ImmutableArray<KeyValuePair<string, byte[]>>> FindDeletedAsync(string commit, IEnumerable<string> globs, int maxLength, CancellationToken cancellationToken) =>
        new DeletedFiles(_git, maxLength).FindAsync(commit, globs, cancellationToken);

    public async Task<ImmutableArray<string>> ReadHeadParentsAsync(CancellationToken cancellationToken)
    {
        const string Parent = "parent ";
        var commit = await _git.RunAsync(["cat-file", "commit", "HEAD"], cancellationToken);
        return
        [
            .. commit.Text.Split('\n')
                .TakeWhile(static line => line.Length > 0)
                .Where(static line => line.StartsWith(Parent, StringComparison.Ordinal))
                .Select(static line => line[Parent.Length..]),
        ];
    }

    public Task<string?> FindMergeBaseAsync(string one, string other, CancellationToken cancellationToken) =>
        GitComparison.FindMergeBaseAsync(_git, one, other, cancellationToken);

    public Task<ImmutableArray<TreeChange>?> FindChangesAsync(string from, string to, CancellationToken cancellationToken) =>
        GitComparison.FindChangesAsync(_git, from, to, cancellationToken);

    public Task<int> ReadBlobsAsync(IReadOnlyCollection<string> blobs, Action<string, Stream> read, CancellationToken cancellationToken) =>
        GitObjects.ReadAsync(_git, blobs, read, cancellationToken);

    public async Task<string?> ResolveCommitAsync(string revision, CancellationToken cancellationToken)
    {
        var answer = await _git.RunAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"], cancellationToken);
        return answer.Succeeded && CommitHash.IsValid(answer.Text) ? answer.Text : null;
    }

    // An unreadable index must not look like an empty one, which would mean that all specs are gone.
    private async Task<GitResult> ListAsync(Task<GitResult> listing)
    {
        var files = await listing;
        return files.Succeeded ? files : throw new CheckoutException(CheckoutFindings.Unusable(root, files.Error));
    }

    // Null without a status, and if this git cannot tell which files it converts; then any file may be changed or converted.
    private async Task<UnchangedFiles?> FindUnchangedAsync(RepositoryStatus? status, CancellationToken cancellationToken)
    {
        if (status is null)
        {
            return null;
        }

        var converted = await _git.RunAsync(["ls-files", "-z", "--", ":(exclude,attr:!filter !working-tree-encoding)"], cancellationToken);
        return converted.Succeeded ? new UnchangedFiles(status.Changes, converted.Fields) : null;
    }
}

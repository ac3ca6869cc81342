using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>A checkout of git, read with a fixed number of processes whatever the number of files.</summary>
/// <param name="root">The work tree's root.</param>
/// <param name="program">The git program; null to look for it on the search path.</param>
internal sealed class GitRepository(string root, string? program = null) : IRepository
{
    private readonly Git _git = new(root, program);

    public string Root => root;

    public Task<RepositoryStatus> ReadStatusAsync(CancellationToken cancellationToken) => GitStatus.ReadAsync(_git, cancellationToken);

    public async Task<RepositoryListing> ListFilesAsync(bool includeUntracked, CancellationToken cancellationToken)
    {
        var tracked = ListAsync(["-t", "--stage"], cancellationToken);
        var untracked = includeUntracked ? await ListAsync(["--others", "--exclude-standard"], cancellationToken) : [];
        return GitListing.Parse(root, await tracked, untracked, cancellationToken);
    }

    public Task<ImmutableDictionary<string, string>> FindLastCommitsAsync(
        string commit, IReadOnlyCollection<string> paths, CancellationToken cancellationToken) => new GitHistory(_git).FindAsync(commit, paths, cancellationToken);

    public Task<ImmutableDictionary<string, byte[]>> ReadCommittedAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken) =>
        CommittedContent.ReadAsync(_git, paths, cancellationToken);

    public Task<ImmutableArray<KeyValuePair<string, byte[]>>> FindDeletedAsync(string commit, IEnumerable<string> globs, CancellationToken cancellationToken) =>
        DeletedFiles.FindAsync(_git, commit, globs, cancellationToken);

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

    public async Task<string?> ResolveCommitAsync(string revision, CancellationToken cancellationToken)
    {
        var answer = await _git.RunAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"], cancellationToken);
        return answer.Succeeded && CommitHash.IsValid(answer.Text) ? answer.Text : null;
    }

    // An index that cannot be read is not an empty one: that would be a checkout without a single spec.
    private async Task<string[]> ListAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var files = await _git.RunAsync(["ls-files", "-z", .. arguments], cancellationToken);
        return files.Succeeded ? files.Fields : throw new CheckoutException(CheckoutFindings.Unusable(root, files.Error));
    }
}

/// <summary>Reads <c>git ls-files -z -t --stage</c> and leaves what may be read: present, regular, no link, no submodule.</summary>
internal static class GitListing
{
    public static RepositoryListing Parse(string root, IEnumerable<string> tracked, IEnumerable<string> untracked, CancellationToken cancellationToken)
    {
        var workTree = new WorkTree(root);
        var files = new Dictionary<string, RepositoryFile>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var line in tracked.Where(IsRegular))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..];
            if (workTree.HasRegularFile(path))
            {
                files[path] = new RepositoryFile(path, IsTracked: true);
            }
            else if (line[0] == 'S')
            {
                // To be skipped in the work tree. Some set this by hand to hide local changes: then the file is there.
                missing.Add(path);
            }
        }

        foreach (var path in untracked.Where(path => !IgnoredFolders.IsOutput(path) && workTree.HasRegularFile(path)))
        {
            files.TryAdd(path, new RepositoryFile(path, IsTracked: false));
        }

        return new RepositoryListing([.. files.Values.OrderBy(static file => file.Path, StringComparer.Ordinal)], [.. missing.Order(StringComparer.Ordinal)]);
    }

    // "H 100644 <hash> <stage>\t<path>"; 120000 is a link and 160000 a submodule.
    private static bool IsRegular(string line) => line.AsSpan(2).StartsWith("100", StringComparison.Ordinal);
}

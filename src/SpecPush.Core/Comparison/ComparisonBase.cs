using SpecPush.Checkout;
using SpecPush.Findings;

namespace SpecPush.Comparison;

/// <summary>The commit that a checkout is compared with.</summary>
/// <param name="With">The branch or commit that the user or the pull request names.</param>
/// <param name="Commit">The merge base; null if it is unknown or missing from the clone.</param>
/// <param name="Finding">Why there is no commit.</param>
internal sealed record ComparisonBase(string With, string? Commit, Finding? Finding)
{
    public static async Task<ComparisonBase> FindAsync(
        ComparisonSource source, ComparedRevision choice, ComparisonFindings findings, CancellationToken cancellationToken)
    {
        var (repository, status, host) = source;
        if (status.HeadCommit is not { } head)
        {
            return new ComparisonBase(choice.Name, null, findings.NoCommit(choice.Name));
        }

        if (status.IsShallow && host is not null && await host.FindMergeBaseAsync(choice.OnHost, head, cancellationToken) is { } known && CommitHash.IsValid(known.Commit))
        {
            return await repository.ResolveCommitAsync(known.Commit, cancellationToken) is { } present
                ? new ComparisonBase(choice.Name, present, null)
                : new ComparisonBase(choice.Name, null, findings.TooShallow(choice.Name, known));
        }

        if (await ResolveAsync(repository, choice.Revisions, cancellationToken) is not { } commit)
        {
            return new ComparisonBase(choice.Name, null, status.IsShallow ? findings.TooShallow(choice.Name, null) : findings.UnknownRevision(choice.Name));
        }

        return await repository.FindMergeBaseAsync(commit, head, cancellationToken) is { } mergeBase
            ? new ComparisonBase(choice.Name, await FindLaterAsync(repository, choice, head, mergeBase, cancellationToken) ?? mergeBase, null)
            : new ComparisonBase(choice.Name, null, status.IsShallow ? findings.TooShallow(choice.Name, null) : findings.NoCommonHistory(choice.Name));
    }

    // The event names the target's commit at that time. If the pull request has since merged a later one, those changes are not its own.
    // If the pull request has since been merged itself, a re-run should give the same result as the first run.
    private static async Task<string?> FindLaterAsync(IRepository repository, ComparedRevision choice, string head, string mergeBase, CancellationToken cancellationToken) =>
        choice.Later is { } branch && await repository.ResolveCommitAsync(branch, cancellationToken) is { } tip
        && await repository.FindMergeBaseAsync(tip, head, cancellationToken) is { } later && later != head && later != mergeBase
        && await repository.FindMergeBaseAsync(mergeBase, later, cancellationToken) == mergeBase
            ? later
            : null;

    private static async Task<string?> ResolveAsync(IRepository repository, string[] revisions, CancellationToken cancellationToken)
    {
        foreach (var revision in revisions)
        {
            if (await repository.ResolveCommitAsync(revision, cancellationToken) is { } commit)
            {
                return commit;
            }
        }

        return null;
    }
}

/// <summary>The revision that a checkout is compared with.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="OnHost">Its name on the repository's host.</param>
/// <param name="Revisions">Its possible names in the clone; the first that exists is used.</param>
/// <param name="Later">A branch that may have newer commits; null if there is none.</param>
internal sealed record ComparedRevision(string Name, string OnHost, string[] Revisions, string? Later = null)
{
    /// <summary>Null if there is nothing to compare with.</summary>
    /// <param name="with">The user's setting; null if not set.</param>
    /// <param name="pullRequest">The pull request whose target is used if the user set nothing; null for none.</param>
    public static ComparedRevision? Choose(string? with, PullRequest? pullRequest) => (with, pullRequest) switch
    {
        (not null, _) => new ComparedRevision(with, with, [with, RemoteBranch(with)]),
        (null, { TargetCommit: { } commit, TargetBranch: var branch }) => new ComparedRevision(branch ?? commit, commit, [commit], branch is null ? null : RemoteBranch(branch)),
        (null, { TargetBranch: { } branch }) => new ComparedRevision(branch, branch, [RemoteBranch(branch), branch]),
        _ => null,
    };

    private static string RemoteBranch(string branch) => $"refs/remotes/origin/{branch}";
}

/// <summary>Where to look for the merge base.</summary>
/// <param name="Repository">The clone.</param>
/// <param name="Status">Its status.</param>
/// <param name="Host">The repository's host, if available.</param>
internal sealed record ComparisonSource(IRepository Repository, RepositoryStatus Status, IRepositoryHost? Host);

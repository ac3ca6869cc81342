using SpecPush.Checkout;
using SpecPush.Findings;

namespace SpecPush.Comparison;

/// <summary>The commit that a checkout is compared with.</summary>
/// <param name="With">What the user or the pull request names.</param>
/// <param name="Commit">Where the checkout has left it; null where that is not known, or the clone does not have it.</param>
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

    // An event names the target's commit of its time. Since then the pull request may have taken in later ones, which are no work of its own; or it was merged
    // itself, and a re-run should say the same as the first run.
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

/// <summary>What a checkout is compared with.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="OnHost">What the repository's host calls it.</param>
/// <param name="Revisions">What the clone may call it; the first that it knows counts.</param>
/// <param name="Later">What may have gone on since; null for nothing.</param>
internal sealed record ComparedRevision(string Name, string OnHost, string[] Revisions, string? Later = null)
{
    /// <summary>Null where nothing is to be compared.</summary>
    /// <param name="with">What the user names, if anything.</param>
    /// <param name="pullRequest">A pull request that is compared with its target where the user names nothing; null for none.</param>
    public static ComparedRevision? Choose(string? with, PullRequest? pullRequest) => (with, pullRequest) switch
    {
        (not null, _) => new ComparedRevision(with, with, [with, RemoteBranch(with)]),
        (null, { TargetCommit: { } commit, TargetBranch: var branch }) => new ComparedRevision(branch ?? commit, commit, [commit], branch is null ? null : RemoteBranch(branch)),
        (null, { TargetBranch: { } branch }) => new ComparedRevision(branch, branch, [RemoteBranch(branch), branch]),
        _ => null,
    };

    private static string RemoteBranch(string branch) => $"refs/remotes/origin/{branch}";
}

/// <summary>Who knows where a checkout has left a branch.</summary>
/// <param name="Repository">The clone.</param>
/// <param name="Status">What git says of it.</param>
/// <param name="Host">The repository's host, if it can be asked.</param>
internal sealed record ComparisonSource(IRepository Repository, RepositoryStatus Status, IRepositoryHost? Host);

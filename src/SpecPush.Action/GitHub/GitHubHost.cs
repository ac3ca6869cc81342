using SpecPush.Checkout;

namespace SpecPush.Actions.GitHub;

/// <summary>What GitHub knows of the repository's history. A request that fails returns null.</summary>
internal sealed class GitHubHost(GitHubClient github) : IRepositoryHost
{
    public Task<string?> FindTipAsync(string branch, CancellationToken cancellationToken) =>
        AskAsync<string>(async () => await github.FindTipAsync(branch, cancellationToken));

    public Task<string?> FindLastCommitAsync(string commit, string path, CancellationToken cancellationToken) =>
        AskAsync(() => github.FindLastCommitAsync(commit, path, cancellationToken));

    public Task<MergeBase?> FindMergeBaseAsync(string revision, string head, CancellationToken cancellationToken) => AskAsync<MergeBase>(async () =>
    {
        var comparison = await github.CompareAsync(revision, head, cancellationToken);
        return new MergeBase(comparison.MergeBaseCommit.Sha, comparison.AheadBy);
    });

    private static async Task<T?> AskAsync<T>(Func<Task<T?>> question)
        where T : class
    {
        try
        {
            return await question();
        }
        catch (GitHubException)
        {
            return null;
        }
    }
}

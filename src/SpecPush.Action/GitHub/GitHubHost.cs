using SpecPush.Checkout;

namespace SpecPush.Actions.GitHub;

/// <summary>What GitHub knows of the repository's history.</summary>
internal sealed class GitHubHost(GitHubConnection github) : IRepositoryHost
{
    public Task<string?> FindTipAsync(string branch, CancellationToken cancellationToken) => AskAsync<string>(
        async () => await github.Client.FindTipAsync(branch),
        cancellationToken);

    public Task<string?> FindLastCommitAsync(string commit, string path, CancellationToken cancellationToken) => AskAsync(
        () => github.Client.FindLastCommitAsync(commit, path),
        cancellationToken);

    public Task<MergeBase?> FindMergeBaseAsync(string revision, string head, CancellationToken cancellationToken) => AskAsync<MergeBase>(
        async () =>
        {
            var comparison = await github.Client.CompareAsync(revision, head);
            return new MergeBase(comparison.MergeBaseCommit.Sha, comparison.AheadBy);
        },
        cancellationToken);

    private static async Task<T?> AskAsync<T>(Func<Task<T?>> question, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await question().WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (GitHubConnection.IsFailure(exception) && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}

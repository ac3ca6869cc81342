using Octokit;
using SpecPush.Checkout;

namespace SpecPush.Actions.GitHub;

/// <summary>What GitHub knows of the repository's history.</summary>
internal sealed class GitHubHost(GitHubConnection github) : IRepositoryHost
{
    public Task<string?> FindTipAsync(string branch, CancellationToken cancellationToken) => AskAsync<string>(
        async () => (await github.Client.Git.Reference.Get(github.Owner, github.Name, $"heads/{Escape(branch)}")).Object.Sha,
        cancellationToken);

    public Task<string?> FindLastCommitAsync(string commit, string path, CancellationToken cancellationToken) => AskAsync<string>(
        async () =>
        {
            var request = new CommitRequest { Sha = commit, Path = path };
            var commits = await github.Client.Repository.Commit.GetAll(github.Owner, github.Name, request, new ApiOptions { PageSize = 1, PageCount = 1 });
            return commits.Count == 0 ? null : commits[0].Sha;
        },
        cancellationToken);

    public Task<MergeBase?> FindMergeBaseAsync(string revision, string head, CancellationToken cancellationToken) => AskAsync<MergeBase>(
        async () =>
        {
            var comparison = await github.Client.Repository.Commit.Compare(github.Owner, github.Name, revision, head);
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

    private static string Escape(string branch) => string.Join('/', branch.Split('/').Select(Uri.EscapeDataString));
}

using SpecPush.Settings;

namespace SpecPush.Actions.GitHub;

/// <summary>The calls of GitHub's REST API that a step makes, for one repository. Each fails with a <see cref="GitHubException"/>.</summary>
/// <param name="requests">To the GitHub that runs the workflow: github.com, or an Enterprise server.</param>
/// <param name="repository">Its path.</param>
internal sealed class GitHubClient(GitHubRequests requests, string repository)
{
    /// <summary>Null where there is no token, or the runner does not say which repository it is.</summary>
    public static GitHubClient? Open(EnvironmentVariables environment, string? token)
    {
        var address = (environment["GITHUB_API_URL"] ?? "https://api.github.com").TrimEnd('/') + "/";
        return token is not null && environment["GITHUB_REPOSITORY"]?.Split('/') is [var owner, var name]
            && Uri.TryCreate(address, UriKind.Absolute, out var api) && api.Scheme is "https" or "http"
            ? new GitHubClient(new GitHubRequests(api, token), $"repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(name)}")
            : null;
    }

    /// <summary>The commit of a branch.</summary>
    public async Task<string> FindTipAsync(string branch, CancellationToken cancellationToken)
    {
        var reference = await requests.GetAsync($"{repository}/git/ref/heads/{EscapePath(branch)}", GitHubJson.Default.GitReference, cancellationToken);
        return reference.Object.Sha;
    }

    /// <summary>The last commit of a file in a history; null if there is none.</summary>
    public async Task<string?> FindLastCommitAsync(string commit, string path, CancellationToken cancellationToken)
    {
        var query = $"sha={Uri.EscapeDataString(commit)}&path={Uri.EscapeDataString(path)}&per_page=1";
        var commits = await requests.GetAsync($"{repository}/commits?{query}", GitHubJson.Default.GitCommitArray, cancellationToken);
        return commits.FirstOrDefault()?.Sha;
    }

    public Task<CommitComparison> CompareAsync(string revision, string head, CancellationToken cancellationToken) =>
        requests.GetAsync($"{repository}/compare/{Uri.EscapeDataString(revision)}...{Uri.EscapeDataString(head)}", GitHubJson.Default.CommitComparison, cancellationToken);

    /// <summary>All check runs of a name. By default, GitHub would list only the latest.</summary>
    public Task<CheckRun[]> FindCheckRunsAsync(string commit, string name, CancellationToken cancellationToken) => requests.GetAllAsync(
        $"{repository}/commits/{Uri.EscapeDataString(commit)}/check-runs?check_name={Uri.EscapeDataString(name)}&filter=all&per_page=100",
        GitHubJson.Default.CheckRunList,
        static page => page.CheckRuns,
        cancellationToken);

    public Task<CheckRunAnnotation[]> FindAnnotationsAsync(long checkRun, CancellationToken cancellationToken) =>
        requests.GetAllAsync($"{repository}/check-runs/{checkRun}/annotations?per_page=100", GitHubJson.Default.CheckRunAnnotationArray, static page => page, cancellationToken);

    public Task<CheckRun> CreateCheckRunAsync(NewCheckRun checkRun, CancellationToken cancellationToken) =>
        requests.SendAsync(HttpMethod.Post, $"{repository}/check-runs", (checkRun, GitHubJson.Default.NewCheckRun), GitHubJson.Default.CheckRun, cancellationToken);

    public Task<CheckRun> UpdateCheckRunAsync(long id, CheckRunUpdate update, CancellationToken cancellationToken) =>
        requests.SendAsync(HttpMethod.Patch, $"{repository}/check-runs/{id}", (update, GitHubJson.Default.CheckRunUpdate), GitHubJson.Default.CheckRun, cancellationToken);

    public Task<IssueComment[]> FindCommentsAsync(int issue, CancellationToken cancellationToken) =>
        requests.GetAllAsync($"{repository}/issues/{issue}/comments?per_page=100", GitHubJson.Default.IssueCommentArray, static page => page, cancellationToken);

    public Task<IssueComment> CreateCommentAsync(int issue, string body, CancellationToken cancellationToken) =>
        SendCommentAsync(HttpMethod.Post, $"{repository}/issues/{issue}/comments", body, cancellationToken);

    public Task<IssueComment> UpdateCommentAsync(long id, string body, CancellationToken cancellationToken) =>
        SendCommentAsync(HttpMethod.Patch, $"{repository}/issues/comments/{id}", body, cancellationToken);

    public Task DeleteCommentAsync(long id, CancellationToken cancellationToken) => requests.DeleteAsync($"{repository}/issues/comments/{id}", cancellationToken);

    /// <summary>Whose token it is. A workflow's own token may not ask.</summary>
    public Task<GitHubUser> FindUserAsync(CancellationToken cancellationToken) => requests.GetAsync("user", GitHubJson.Default.GitHubUser, cancellationToken);

    private Task<IssueComment> SendCommentAsync(HttpMethod method, string path, string body, CancellationToken cancellationToken) =>
        requests.SendAsync(method, path, (new CommentText(body), GitHubJson.Default.CommentText), GitHubJson.Default.IssueComment, cancellationToken);

    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}

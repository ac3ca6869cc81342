namespace SpecPush.Actions.GitHub;

/// <summary>The calls of GitHub's REST API that a step makes, for one repository.</summary>
internal sealed class GitHubClient(GitHubRequests requests, string repository)
{
    /// <summary>The commit of a branch.</summary>
    public async Task<string> FindTipAsync(string branch) =>
        (await requests.GetAsync($"{repository}/git/ref/heads/{EscapePath(branch)}", GitHubJson.Default.GitReference)).Object.Sha;

    /// <summary>The last commit of a file in a history; null if there is none.</summary>
    public async Task<string?> FindLastCommitAsync(string commit, string path)
    {
        var commits = await requests.GetAsync($"{repository}/commits?sha={Uri.EscapeDataString(commit)}&path={Uri.EscapeDataString(path)}&per_page=1", GitHubJson.Default.GitCommitArray);
        return commits.FirstOrDefault()?.Sha;
    }

    public Task<CommitComparison> CompareAsync(string revision, string head) =>
        requests.GetAsync($"{repository}/compare/{Uri.EscapeDataString(revision)}...{Uri.EscapeDataString(head)}", GitHubJson.Default.CommitComparison);

    public Task<CheckRun[]> FindCheckRunsAsync(string commit, string name) => requests.GetAllAsync(
        $"{repository}/commits/{Uri.EscapeDataString(commit)}/check-runs?check_name={Uri.EscapeDataString(name)}&per_page=100",
        GitHubJson.Default.CheckRunList,
        static page => page.CheckRuns);

    public Task<CheckRunAnnotation[]> FindAnnotationsAsync(long checkRun) =>
        requests.GetAllAsync($"{repository}/check-runs/{checkRun}/annotations?per_page=100", GitHubJson.Default.CheckRunAnnotationArray, static page => page);

    public Task<CheckRun> CreateCheckRunAsync(NewCheckRun checkRun) =>
        requests.SendAsync(HttpMethod.Post, $"{repository}/check-runs", checkRun, GitHubJson.Default.NewCheckRun, GitHubJson.Default.CheckRun);

    public Task<CheckRun> UpdateCheckRunAsync(long id, CheckRunUpdate update) =>
        requests.SendAsync(HttpMethod.Patch, $"{repository}/check-runs/{id}", update, GitHubJson.Default.CheckRunUpdate, GitHubJson.Default.CheckRun);

    public Task<IssueComment[]> FindCommentsAsync(int issue) =>
        requests.GetAllAsync($"{repository}/issues/{issue}/comments?per_page=100", GitHubJson.Default.IssueCommentArray, static page => page);

    public Task<IssueComment> CreateCommentAsync(int issue, string body) => SendCommentAsync(HttpMethod.Post, $"{repository}/issues/{issue}/comments", body);

    public Task<IssueComment> UpdateCommentAsync(long id, string body) => SendCommentAsync(HttpMethod.Patch, $"{repository}/issues/comments/{id}", body);

    public Task DeleteCommentAsync(long id) => requests.DeleteAsync($"{repository}/issues/comments/{id}");

    /// <summary>Whose token it is. A workflow's own may not ask.</summary>
    public Task<GitHubUser> FindUserAsync() => requests.GetAsync("user", GitHubJson.Default.GitHubUser);

    private Task<IssueComment> SendCommentAsync(HttpMethod method, string path, string body) =>
        requests.SendAsync(method, path, new CommentText(body), GitHubJson.Default.CommentText, GitHubJson.Default.IssueComment);

    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}

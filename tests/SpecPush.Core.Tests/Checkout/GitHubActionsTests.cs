using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Settings;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Checkout;

[TestClass]
public sealed class GitHubActionsTests : IDisposable
{
    private readonly TestRepository _repository = new();
    private readonly Dictionary<string, string> _environment = new()
    {
        ["GITHUB_ACTIONS"] = "true",
        ["CI"] = "true",
        ["GITHUB_REPOSITORY"] = "my-org/my-repo",
        ["GITHUB_SERVER_URL"] = "https://github.com/",
    };

    public GitHubActionsTests()
    {
        _repository.Write("a.txt", "1");
        _environment["GITHUB_SHA"] = _repository.Commit();
    }

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("checkout.CONTEXT.2")]
    public async Task A_push_is_its_branch_and_commit()
    {
        Set(("GITHUB_EVENT_NAME", "push"), ("GITHUB_REF_TYPE", "branch"), ("GITHUB_REF_NAME", "feature/x"));
        _repository.Git("remote", "remove", "origin");
        _repository.Git("checkout", "-q", "--detach");
        var context = (await ResolveAsync()).Context;
        Assert.AreEqual(("github.com/my-org/my-repo", "feature/x", _repository.Head), (context.RepoUri, context.Branch, context.Commit));
        Assert.AreEqual(("github-actions", true), (context.Provider, context.IsContinuousIntegration));
        Assert.IsNull(context.CheckOnlyReason);
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.3")]
    public async Task A_pull_request_is_the_head_of_its_source_branch_and_never_the_merge()
    {
        _repository.Git("checkout", "-q", "-b", "work");
        _repository.Write("b.txt", "1");
        var head = _repository.Commit();
        _repository.Git("checkout", "-q", "main");
        _repository.Git("merge", "-q", "--no-ff", "--no-edit", "work");
        _repository.Git("checkout", "-q", "--detach");
        _environment["GITHUB_SHA"] = _repository.Head;
        PullRequest(head, "my-org/my-repo");

        var resolution = await ResolveAsync();
        Assert.AreEqual(("work", head), (resolution.Context.Branch, resolution.Context.Commit));
        Assert.AreEqual(new PullRequest(7, IsFork: false) { TargetBranch = "main", TargetCommit = Given.Commit }, resolution.Context.PullRequest);
        Assert.AreEqual("main", resolution.Context.DefaultBranch);
        Assert.AreEqual("SPUSH3003", resolution.Findings.Single().Code);

        _repository.Git("checkout", "-q", head);
        Assert.IsEmpty((await ResolveAsync()).Findings);
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.3")]
    [DataRow("pull_request_review")]
    [DataRow("pull_request_review_comment")]
    [DataRow("an_event_of_the_future")]
    public async Task A_review_of_a_pull_request_is_its_head_too(string name)
    {
        PullRequest(_repository.Head, "my-org/my-repo");
        Set(("GITHUB_EVENT_NAME", name), ("GITHUB_REF", "refs/pull/7/merge"), ("GITHUB_SHA", Given.Commit));
        var context = (await ResolveAsync()).Context;
        Assert.AreEqual(("work", _repository.Head, 7), (context.Branch, context.Commit, context.PullRequest!.Number));

        PullRequest(_repository.Head, "somebody/my-repo");
        Set(("GITHUB_EVENT_NAME", name));
        Assert.AreEqual("this is a pull request from a fork", (await ResolveAsync()).Context.CheckOnlyReason);
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.4")]
    [DataRow("somebody/my-repo")]
    [DataRow(null)]
    public async Task A_fork_is_checked_even_if_the_branch_is_set(string? head)
    {
        PullRequest(_repository.Head, head);
        Assert.AreEqual("this is a pull request from a fork", (await ResolveAsync()).Context.CheckOnlyReason);
        Assert.AreEqual("this is a pull request from a fork", (await ResolveAsync(new ContextSettings(null, "main", null))).Context.CheckOnlyReason);
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.5")]
    [DataRow("push", "tag", "v1.0", "v1.0 is a tag")]
    [DataRow("release", "tag", "v1.0", "v1.0 is a tag")]
    [DataRow("merge_group", "branch", "gh-readonly-queue/main/pr-7-abc", "this is a merge queue")]
    [DataRow("push", "branch", "gh-readonly-queue/release/1.0/pr-7-abc", "this is a merge queue")]
    public async Task Tags_and_merge_queues_are_checked_unless_the_branch_is_set(string name, string type, string reference, string reason)
    {
        Set(("GITHUB_EVENT_NAME", name), ("GITHUB_REF_TYPE", type), ("GITHUB_REF_NAME", reference));
        Assert.AreEqual(reason, (await ResolveAsync()).Context.CheckOnlyReason);
        var context = (await ResolveAsync(new ContextSettings(null, "main", null))).Context;
        Assert.AreEqual((null, "main"), (context.CheckOnlyReason, context.Branch));
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.6")]
    [DataRow("not json", 1)]
    [DataRow("[]", 0)]
    [DataRow("""{"pull_request":7}""", 0)]
    [DataRow("""{"pull_request":{"head":{"ref":"\ud800","sha":"\udc00"}}}""", 0)]
    [DataRow("""{"\ud8005678901":1}""", 0)]
    [DataRow("""{"pull_request":{"\ud800":1}}""", 0)]
    [DataRow(null, 1)]
    public async Task An_unexpected_event_file_is_not_fatal(string? content, int findings)
    {
        PullRequest(_repository.Head, "my-org/my-repo");
        Set(("GITHUB_HEAD_REF", "work"), ("GITHUB_REF", "refs/pull/7/merge"));
        if (content is null)
        {
            Set(("GITHUB_EVENT_PATH", Path.Combine(_repository.Scratch, "missing.json")));
        }
        else
        {
            File.WriteAllText(_environment["GITHUB_EVENT_PATH"], content);
        }

        var resolution = await ResolveAsync();
        Assert.AreEqual("work", resolution.Context.Branch);
        Assert.AreEqual(7, resolution.Context.PullRequest!.Number);
        CollectionAssert.AreEqual(
            Enumerable.Repeat(("SPUSH3004", Severity.Warning), findings).ToArray(), resolution.Findings.Select(static finding => (finding.Code, finding.Severity)).ToArray());
    }

    [TestMethod]
    [TestCategory("reliability.INPUT.1")]
    public async Task Half_a_character_in_a_name_hides_nothing_else()
    {
        PullRequest(_repository.Head, "somebody/my-repo");
        var file = _environment["GITHUB_EVENT_PATH"];
        File.WriteAllText(file, File.ReadAllText(file).Replace("{\"number\":7,", """{"\ud800":1,"number":7,"\ud800\udc00\ud800":2,""", StringComparison.Ordinal));
        var context = (await ResolveAsync()).Context;
        Assert.AreEqual(7, context.PullRequest!.Number);
        Assert.AreEqual("this is a pull request from a fork", context.CheckOnlyReason);
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.13")]
    public async Task A_submodule_is_not_what_the_CI_system_builds()
    {
        using var inner = new TestRepository();
        inner.Write("a.txt", "2");
        var commit = inner.Commit();
        _repository.Git("submodule", "--quiet", "add", new Uri(inner.Path).AbsoluteUri, "inner");
        TestRepository.GitIn(Path.Combine(_repository.Path, "inner"), "checkout", "-q", "--detach");
        Set(("GITHUB_EVENT_NAME", "push"), ("GITHUB_REF_TYPE", "branch"), ("GITHUB_REF_NAME", "main"));
        var resolution = await ResolveAsync(folder: "inner");
        Assert.AreEqual((null, commit, true), (resolution.Context.Branch, resolution.Context.Commit, resolution.Context.IsContinuousIntegration));
        Assert.AreEqual("HEAD is detached, so the branch is not known", resolution.Context.CheckOnlyReason);
        Assert.IsNull(resolution.OtherCheckout);
        Assert.AreNotEqual("github.com/my-org/my-repo", resolution.Context.RepoUri);
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.1")]
    public async Task Settings_take_precedence_over_variables_and_these_over_the_CI_system()
    {
        Set(("GITHUB_EVENT_NAME", "push"), ("GITHUB_REF_TYPE", "branch"), ("GITHUB_REF_NAME", "main"),
            ("ACAI_BRANCH", "refs/heads/of-variable"), ("ACAI_REPO_URI", "https://host.example/o/r.git"), ("ACAI_COMMIT", _repository.Head[..10]));
        var context = (await ResolveAsync()).Context;
        Assert.AreEqual(("host.example/o/r", "of-variable", _repository.Head), (context.RepoUri, context.Branch, context.Commit));
        context = (await ResolveAsync(new ContextSettings("other.example/o/r", "of-setting", new string('A', 40)))).Context;
        Assert.AreEqual(("other.example/o/r", "of-setting", new string('a', 40)), (context.RepoUri, context.Branch, context.Commit));
    }

    [TestMethod]
    [TestCategory("checkout.CONTEXT.7")]
    public async Task Values_that_make_the_server_fail_are_findings()
    {
        var resolution = await ResolveAsync(new ContextSettings("nonsense", new string('x', 256), "no-such-commit"));
        CollectionAssert.AreEquivalent(new[] { "SPUSH3005", "SPUSH3006", "SPUSH3007" }, resolution.Findings.Select(static finding => finding.Code).ToArray());
    }

    private void PullRequest(string sha, string? headRepository)
    {
        var file = Path.Combine(_repository.Scratch, "event.json");
        var repository = headRepository is null ? "null" : $$"""{"full_name":"{{headRepository}}"}""";
        File.WriteAllText(file, $$$"""
            {"pull_request":{"number":7,"head":{"sha":"{{{sha}}}","ref":"work","repo":{{{repository}}}},"base":{"ref":"main","sha":"{{{Given.Commit}}}","repo":{"full_name":"my-org/my-repo"} } },"repository":{"default_branch":"main"}}
            """);
        Set(("GITHUB_EVENT_NAME", "pull_request"), ("GITHUB_EVENT_PATH", file), ("GITHUB_REF_NAME", "7/merge"), ("GITHUB_REF_TYPE", "branch"));
    }

    private void Set(params (string Name, string Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _environment[name] = value;
        }
    }

    private async Task<ContextResolution> ResolveAsync(ContextSettings? settings = null, string folder = "")
    {
        var repository = Repositories.Open(Path.Combine(_repository.Path, folder));
        return await PushContextResolver.ResolveAsync(
            repository, await repository.ReadStatusAsync(CancellationToken.None), new EnvironmentVariables(_environment), settings ?? new ContextSettings(null, null, null), CancellationToken.None);
    }
}

using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>The events that start workflows, each with the runner's variables and event file, against the real local server.</summary>
public abstract class EventTests : IDisposable
{
    private readonly HostedServer _server = new();
    private readonly TestRepository _repository = ShopRepository.Create();

    public void Dispose()
    {
        _repository.Dispose();
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract StepResult Run(WorkflowStep step);

    [TestMethod]
    [TestCategory("action.EVENTS.1")]
    [TestCategory("action.SUMMARY.1")]
    [TestCategory("action.SUMMARY.2")]
    [TestCategory("action.OUTPUTS.1")]
    public void A_push_is_pushed()
    {
        using var step = Step("push", "{}", "refs/heads/main");
        Verify("push.txt", Run(step));
    }

    [TestMethod]
    [TestCategory("action.EVENTS.1")]
    public async Task A_pull_request_is_pushed_with_its_head()
    {
        var (head, merge) = CheckOutMerge();
        using var step = Step("pull_request", PullRequest(head, "my-org/my-repo"), "refs/pull/7/merge").Variables(("GITHUB_SHA", merge), ("GITHUB_HEAD_REF", "work"));
        var result = Run(step);
        var target = _repository.Git("rev-parse", $"{merge}^1");
        Verify("pull-request.txt", result, (head, "<head>"), (head[..7], "<head7>"), (target, "<target>"), (target[..7], "<target7>"));
        Assert.AreEqual(head, result.Report.GetProperty("context").GetProperty("commit").GetString());
        StringAssert.Contains((await _server.ContentsAsync()).ToString(), "\"work\"");
    }

    [TestMethod]
    [TestCategory("action.EVENTS.2")]
    public void The_pull_request_of_a_fork_is_checked_and_succeeds()
    {
        using var step = Step("pull_request", PullRequest(_repository.Head, "somebody/my-repo"), "refs/pull/7/merge").Inputs(("api-token", ""));
        Verify("fork.txt", Run(step));
    }

    [TestMethod]
    [TestCategory("action.EVENTS.2")]
    [TestCategory("action.EVENTS.4")]
    public void A_fork_checked_out_with_the_repositorys_permissions_is_a_warning()
    {
        using var step = Step("pull_request_target", PullRequest(_repository.Head, "somebody/my-repo"), "refs/heads/main");
        Verify("pull-request-target.txt", Run(step));
    }

    [TestMethod]
    [TestCategory("action.EVENTS.2")]
    public void A_merge_queue_is_checked()
    {
        using var step = Step("merge_group", "{}", $"refs/heads/gh-readonly-queue/main/pr-7-{_repository.Head}");
        Verify("merge-queue.txt", Run(step));
    }

    [TestMethod]
    [TestCategory("action.EVENTS.2")]
    [DataRow("push")]
    [DataRow("release")]
    public void A_tag_is_checked(string name)
    {
        using var step = Step(name, "{}", "refs/tags/v1.0.0").Variables(("GITHUB_REF_TYPE", "tag"));
        Verify("tag.txt", Run(step));
    }

    [TestMethod]
    [TestCategory("action.EVENTS.1")]
    [DataRow("workflow_dispatch")]
    [DataRow("schedule")]
    public void A_run_without_a_change_is_pushed(string name)
    {
        using var step = Step(name, "{}", "refs/heads/main");
        Verify("push.txt", Run(step));
    }

    [TestMethod]
    [TestCategory("action.EVENTS.1")]
    public void A_workflow_run_has_the_commit_of_the_first_workflow()
    {
        var head = _repository.Head;
        using var step = Step("workflow_run", WorkflowRun(head, "my-org/my-repo"), "refs/heads/main").Variables(("GITHUB_SHA", new string('1', 40)));
        var context = Run(step).Report.GetProperty("context");
        Assert.AreEqual((head, "work"), (context.GetProperty("commit").GetString(), context.GetProperty("branch").GetString()));
    }

    [TestMethod]
    [TestCategory("action.EVENTS.5")]
    [TestCategory("checkout.CONTEXT.11")]
    [DataRow("workflow_run", "github.event.workflow_run.head_sha")]
    [DataRow("pull_request", "github.event.pull_request.head.sha")]
    [DataRow("pull_request_target", "github.event.pull_request.head.sha")]
    [DataRow("push", "github.sha")]
    public async Task A_commit_that_is_not_checked_out_is_not_pushed_and_the_line_to_add_is_shown(string name, string reference)
    {
        var checkedOut = _repository.Head;
        _repository.Git("checkout", "-q", "-b", "work");
        _repository.Write("src/more.js", "// cart.LINES.2\n");
        var head = _repository.Commit();
        _repository.Git("checkout", "-q", "main");
        using var step = Step(name, name == "workflow_run" ? WorkflowRun(head, "my-org/my-repo") : name == "push" ? "{}" : PullRequest(head, "my-org/my-repo"), "refs/heads/main")
            .Variables(("GITHUB_SHA", name == "push" ? head : checkedOut));
        var result = Run(step);

        Assert.AreEqual((0, "false", "1"), (result.ExitCode, result.Outputs["pushed"], result.Outputs["warnings"]), result.Log);
        CollectionAssert.Contains(result.Lines, $"SpecPush: checked, not pushed: {checkedOut[..7]} is checked out instead of {head[..7]} (SPUSH3110)");
        var warning = result.Commands.Single(static command => command.StartsWith("::warning", StringComparison.Ordinal));
        StringAssert.Contains(warning, "title=SPUSH3011::");
        StringAssert.Contains(warning, $"ref: ${{{{ {reference} }}}},");
        Assert.IsFalse((await _server.ContentsAsync()).ToString().Contains(head, StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("action.EVENTS.5")]
    [TestCategory("checkout.CONTEXT.11")]
    public void A_commit_that_the_user_names_is_pushed_whatever_is_checked_out()
    {
        var other = new string('1', 40);
        using var step = Step("push", "{}", "refs/heads/main").Inputs(("commit", other));
        var result = Run(step);
        Assert.AreEqual(("true", other), (result.Outputs["pushed"], result.Report.GetProperty("context").GetProperty("commit").GetString()));
    }

    [TestMethod]
    [TestCategory("action.EVENTS.2")]
    public void A_workflow_run_for_a_fork_is_checked()
    {
        using var step = Step("workflow_run", WorkflowRun(_repository.Head, "somebody/my-repo"), "refs/heads/main");
        var result = Run(step);
        Assert.AreEqual((0, "false"), (result.ExitCode, result.Outputs["pushed"]));
        CollectionAssert.Contains(result.Lines, "SpecPush: checked, not pushed: the workflow ran for a fork (SPUSH3124)");
    }

    private WorkflowStep Step(string name, string json, string reference) => new WorkflowStep(_repository.Path)
        .Event(name, json)
        .Variables(
            ("GITHUB_SHA", _repository.Head),
            ("GITHUB_REF", reference),
            ("GITHUB_REF_NAME", string.Join('/', reference.Split('/').Skip(2))),
            ("GITHUB_REF_TYPE", "branch"))
        .Inputs(("api-url", _server.ApiUrl), ("api-token", _server.Token!));

    private (string Head, string Merge) CheckOutMerge()
    {
        _repository.Git("checkout", "-q", "-b", "work");
        _repository.Write("src/more.js", "// cart.LINES.2\n");
        var head = _repository.Commit();
        _repository.Git("checkout", "-q", "main");
        _repository.Git("merge", "-q", "--no-ff", "--no-edit", "work");
        _repository.Git("checkout", "-q", "--detach");
        return (head, _repository.Head);
    }

    private static string PullRequest(string head, string repository) => $$"""
        {
          "repository": {"default_branch": "main"},
          "pull_request": {
            "number": 7,
            "head": {"ref": "work", "sha": "{{head}}", "repo": { "full_name": "{{repository}}" } },
            "base": { "ref": "main", "repo": { "full_name": "my-org/my-repo" } }
          }
        }
        """;

    private static string WorkflowRun(string head, string repository) => $$"""
        { "workflow_run": { "head_sha": "{{head}}", "head_branch": "work", "head_repository": { "full_name": "{{repository}}" } } }
        """;

    private void Verify(string name, StepResult result, params ReadOnlySpan<(string Value, string Name)> names) => Expected.AreEqual(
        $"tests/SpecPush.Action.Tests/Expected/{name}",
        result.Everything,
        [.. names, (_repository.Head, "<commit>"), (_repository.Head[..7], "<commit7>"), (_server.Token!, "<token>"), (BranchId(result), "<branch id>")]);

    private static string BranchId(StepResult result) => result.Outputs["branch-id"] is { Length: > 0 } id ? id : Guid.NewGuid().ToString();
}

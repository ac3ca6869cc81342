using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>Information that the action gets from GitHub because the checkout does not have it.</summary>
[TestClass]
public sealed class GitHubHostTests : IAsyncDisposable
{
    private static readonly string Tip = new('b', 40);

    private readonly TestRepository _repository = ShopRepository.Create();
    private GitHubServer _github = null!;
    private ScriptedServer _server = null!;

    [TestInitialize]
    public async Task StartAsync()
    {
        _github = await GitHubServer.StartAsync(GitHubDescription.FindViolationAsync);
        _server = await ScriptedServer.StartAsync(Answer.Success());
    }

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        await _server.DisposeAsync();
        _repository.Dispose();
    }

    [TestMethod]
    [TestCategory("action.EVENTS.3")]
    public void A_re_run_of_an_old_commit_is_checked()
    {
        _github.Tips["feature/ä#1"] = Tip;
        using var step = Step(_repository.Path, "feature/ä#1").Variables(("GITHUB_RUN_ATTEMPT", "2"));
        var result = step.Run();
        Assert.AreEqual((0, "false"), (result.ExitCode, result.Outputs["pushed"]));
        CollectionAssert.Contains(result.Lines, $"SpecPush: checked, not pushed: feature/ä#1 is now at bbbbbbb, so this repeated run for {_repository.Head[..7]} is out of date (SPUSH3126)");
        Assert.IsEmpty(_server.Requests);
    }

    [TestMethod]
    [TestCategory("action.EVENTS.3")]
    [DataRow("1", true, DisplayName = "a first run")]
    [DataRow("2", false, DisplayName = "a branch that GitHub does not know")]
    public void A_run_is_pushed_if_no_newer_commit_is_known(string attempt, bool hasMoved)
    {
        if (hasMoved)
        {
            _github.Tips["main"] = Tip;
        }

        using var step = Step(_repository.Path).Variables(("GITHUB_RUN_ATTEMPT", attempt));
        Assert.AreEqual("true", step.Run().Outputs["pushed"]);
    }

    [TestMethod]
    [TestCategory("action.EVENTS.3")]
    public void A_re_run_of_the_tip_is_pushed()
    {
        _github.Tips["main"] = _repository.Head;
        using var step = Step(_repository.Path).Variables(("GITHUB_RUN_ATTEMPT", "2"));
        Assert.AreEqual("true", step.Run().Outputs["pushed"]);
    }

    [TestMethod]
    [TestCategory("action.GITHUB.1")]
    public void In_a_shallow_clone_GitHub_knows_the_last_commit_of_a_spec()
    {
        _github.LastCommits["features/cart.feature.yaml"] = Tip;
        using var step = Step(CloneShallow());
        Assert.AreEqual("true", step.Run().Outputs["pushed"]);
        Assert.AreEqual(Tip, LastSeenCommit());
    }

    [TestMethod]
    [TestCategory("action.GITHUB.1")]
    public void If_GitHub_does_not_know_it_either_the_pushed_commit_is_used()
    {
        using var step = Step(CloneShallow());
        var result = step.Run();
        Assert.AreEqual("true", result.Outputs["pushed"]);
        Assert.AreEqual(_repository.Head, LastSeenCommit());
        StringAssert.Contains(result.Commands.Last(), "title=SPUSH3010::");
    }

    private string? LastSeenCommit() =>
        _server.Requests.Single().Json.GetProperty("specs")[0].GetProperty("meta").GetProperty("last_seen_commit").GetString();

    private string CloneShallow()
    {
        _repository.Write("src/more.js", "// cart.LINES.1\n");
        _repository.Commit();
        var clone = Path.Combine(_repository.Scratch, "clone");
        TestRepository.GitIn(_repository.Scratch, "clone", "-q", "--depth", "1", new Uri(_repository.Path).AbsoluteUri, clone);
        TestRepository.GitIn(clone, "remote", "set-url", "origin", "https://github.com/my-org/my-repo.git");
        return clone;
    }

    private WorkflowStep Step(string workspace, string branch = "main") => new WorkflowStep(workspace)
        .Event("push", "{}")
        .Variables(("GITHUB_REF_NAME", branch), ("GITHUB_REF_TYPE", "branch"), ("GITHUB_SHA", _repository.Head), ("GITHUB_API_URL", _github.ApiUrl.ToString()))
        .Inputs(("github-token", "ghs_token"), ("api-token", "acai_token"), ("api-url", _server.ApiUrl.ToString()));
}

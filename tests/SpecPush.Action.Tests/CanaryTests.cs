using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>The token, through everything that a step writes, sends and starts, in every form.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class CanaryTests : IAsyncDisposable
{
    private const string GitHubToken = "ghs_c4nary77aa99bb00cc";
    private static readonly string Repeated = Canary.InAllForms(Canary.Secret);

    private readonly TestRepository _repository = ShopRepository.Create();
    private readonly WatchedGit _git = new();
    private readonly string _base;
    private GitHubServer _github = null!;

    public CanaryTests()
    {
        _base = _repository.Head;
        _repository.Git("checkout", "-q", "-b", "work");
        _repository.Write("features/cart.feature.yaml", ShopRepository.Spec + "    3: Lines are sorted\n");
        _repository.Write("features/bad.feature.yaml", "feature:\n  name: bad\n");
        _repository.Commit();
    }

    [TestInitialize]
    public async Task StartAsync() => _github = await GitHubServer.StartAsync(GitHubDescription.FindViolationAsync);

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        _repository.Dispose();
        _git.Dispose();
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.1")]
    [TestCategory("reliability.SECRETS.3")]
    [TestCategory("reliability.SECRETS.5")]
    [TestCategory("action.SAFE.1")]
    [TestCategory("action.SAFE.4")]
    [DataRow(200)]
    [DataRow(401)]
    [DataRow(422)]
    [DataRow(500)]
    [DataRow(302)]
    [DataRow(0)]
    [DataRow(-1)]
    public async Task Neither_token_is_in_anything_that_a_step_leaves(int status)
    {
        await using var server = await ScriptedServer.StartAsync(AnswerWith(status));
        using var step = CreateStep(server.ApiUrl.ToString()).Inputs(("timeout", status < 0 ? "3" : "60")).Variables(("PATH", _git.Install()));
        var result = step.Run();
        StringAssert.Contains(result.Log, status switch { 200 => "SPUSH4011", 302 => "SPUSH4005", 0 => "SPUSH4007", -1 => "SPUSH4054", 500 => "SPUSH4053", 401 => "SPUSH4001", _ => "SPUSH4010" });
        Assert.AreEqual($"Bearer {Canary.Secret}", server.Requests.First().Headers["Authorization"]);
        AssertNowhere(step, result);
        Assert.IsFalse(server.Requests.Any(static request => Canary.IsIn(Everything(request, "Authorization"), Canary.Secret) || Canary.IsIn(Everything(request, ""), GitHubToken)));
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.4")]
    public void A_failure_that_was_not_foreseen_shows_neither_token()
    {
        using var step = CreateStep("http://127.0.0.1:9/").Variables(("PATH", _git.Install(WatchedGit.Confused)));
        var result = step.Run();
        Assert.AreEqual(1, result.ExitCode);
        StringAssert.Contains(result.Log, "SPUSH5099");
        AssertNowhere(step, result);
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.1")]
    [OSCondition(OperatingSystems.Linux)]
    public async Task Neither_token_is_in_anything_that_the_container_leaves()
    {
        await using var server = await ScriptedServer.StartAsync(AnswerWith(500));
        using var step = CreateStep(server.ApiUrl.ToString()).Inputs(("timeout", "60"));
        var result = step.RunInContainer();
        StringAssert.Contains(result.Log, "SPUSH4053");
        Assert.AreEqual($"Bearer {Canary.Secret}", server.Requests.First().Headers["Authorization"]);
        AssertNowhere(step, result);
    }

    private static Answer AnswerWith(int status) => status switch
    {
        200 => Answer.Success("shop", "main", Repeated, new string('x', 4080) + Canary.Secret),
        302 => new Answer(302, Repeated, "text/plain", ("Location", $"/login?{Uri.EscapeDataString(Canary.Secret)}"), ("X-Echo", Canary.Secret)),
        0 => new Answer(200, Repeated, "text/html", ("Set-Cookie", $"token={Uri.EscapeDataString(Canary.Secret)}")),
        -1 => new Answer(500, Repeated) { IsBrokenOff = true },
        _ => Answer.Error(status, $"The token {Repeated} is not known") with { Headers = [("WWW-Authenticate", $"Bearer realm={Uri.EscapeDataString(Canary.Secret)}"), ("Retry-After", "3600")] },
    };

    private WorkflowStep CreateStep(string apiUrl) => new WorkflowStep(_repository.Path)
        .PullRequestEvent("pull_request", _repository.Head, _base)
        .Variables(
            ("GITHUB_REF", "refs/pull/7/merge"), ("GITHUB_REF_NAME", "7/merge"), ("GITHUB_REF_TYPE", "branch"), ("GITHUB_SHA", _repository.Head),
            ("GITHUB_API_URL", _github.ApiUrl.ToString()), ("ACAI_API_TOKEN", Canary.Secret), ("GITHUB_TOKEN", GitHubToken))
        .Inputs(
            ("api-url", apiUrl), ("api-token", Canary.Secret), ("github-token", GitHubToken), ("check-run", "true"), ("comment", "true"), ("timeout", "3"),
            ("report", "out/report.json"), ("sarif", "out/report.sarif"), ("html-report", "out/page.html"), ("badge", "out/badge.svg"));

    private void AssertNowhere(WorkflowStep step, StepResult result)
    {
        string[] masked = [.. result.Lines.TakeWhile(static line => line.StartsWith("::add-mask::", StringComparison.Ordinal))];
        Assert.HasCount(2, masked);
        var shown = string.Join('\n', [.. result.Lines[masked.Length..], result.Summary, result.OutputFile]);
        var sent = string.Join('\n', _github.Requests.Select(static request => Everything(request, "Authorization")));
        foreach (var secret in (string[])[Canary.Secret, GitHubToken])
        {
            Assert.IsFalse(Canary.IsIn(shown, secret), shown);
            Assert.IsFalse(Canary.IsIn(sent, secret), sent);
            Assert.IsEmpty(Canary.FindFiles(secret, _repository.Path, step.Temporary, _git.Folder));
        }

        Assert.IsTrue(_github.Requests.All(static request => request.Headers["Authorization"] == $"Bearer {GitHubToken}"));
        foreach (var file in (string[])["report.json", "report.sarif", "page.html", "badge.svg"])
        {
            Assert.IsTrue(File.Exists(Path.Combine(_repository.Path, "out", file)), file);
        }
    }

    private static string Everything(ReceivedRequest request, string except) => string.Join(
        '\n',
        [request.Path, .. request.Headers.Where(header => header.Key != except).Select(static header => $"{header.Key}: {header.Value}"), System.Text.Encoding.UTF8.GetString(request.Body)]);
}

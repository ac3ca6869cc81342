using System.Globalization;
using System.Text.Json;
using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>Check runs, created on a server with GitHub's REST API.</summary>
[TestClass]
public sealed class CheckRunTests : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly TestRepository _repository = ShopRepository.Create();
    private GitHubServer _github = null!;

    [TestInitialize]
    public async Task StartAsync() => _github = await GitHubServer.StartAsync(GitHubDescription.FindViolationAsync);

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        _repository.Dispose();
    }

    [TestMethod]
    [TestCategory("action.CHECK_RUN.5")]
    public void A_check_run_shows_findings_at_their_places()
    {
        _repository.Write("src/a.js", "// cart.LINES.9\n");
        _repository.Write("features/bad.feature.yaml", "feature:\n  name: bad\n");
        _repository.Commit();
        using var step = Step().Inputs(("check-run", "true"));
        Assert.AreEqual(1, step.Run().ExitCode);
        var request = _github.Writes.Single();
        Assert.AreEqual(("POST", "/api/v1/repos/my-org/my-repo/check-runs"), (request.Method, request.Path));
        Assert.AreEqual("Bearer ghs_token", request.Headers["Authorization"]);
        Expected.AreEqual("tests/SpecPush.Action.Tests/Expected/check-run.json", JsonSerializer.Serialize(request.Json, Indented) + "\n", (_repository.Head, "<commit>"), (_repository.Head[..7], "<commit7>"));
    }

    [TestMethod]
    [TestCategory("action.CHECK_RUN.1")]
    [TestCategory("action.CHECK_RUN.2")]
    [TestCategory("action.CHECK_RUN.3")]
    public void Annotations_come_in_batches_of_fifty_and_a_re_run_adds_none_twice()
    {
        WriteUnknownReferences(120);
        using var step = Step();
        Assert.AreEqual(0, step.Run().ExitCode);
        CollectionAssert.AreEqual(new[] { "POST", "PATCH", "PATCH" }, _github.Writes.Select(static request => request.Method).ToArray());
        CollectionAssert.AreEqual(new[] { 50, 50, 20 }, _github.Writes.Select(static request => request.Json.GetProperty("output").GetProperty("annotations").GetArrayLength()).ToArray());

        using var again = Step().Variables(("GITHUB_RUN_ATTEMPT", "2"));
        Assert.AreEqual(0, again.Run().ExitCode);
        Assert.HasCount(1, _github.CheckRuns);
        Assert.AreEqual(120, _github.CheckRuns[0]["output"]!["annotations"]!.AsArray().Count);

    }

    [TestMethod]
    [TestCategory("action.CHECK_RUN.3")]
    public void Each_job_of_a_commit_has_its_check_run()
    {
        WriteUnknownReferences(20);
        (string Job, string Leg, string Event)[] jobs = [("build", "0", "push"), ("build", "1", "push"), ("build", "0", "workflow_dispatch"), ("other", "0", "push")];
        foreach (var attempt in (string[])["1", "2"])
        {
            foreach (var (job, leg, trigger) in jobs)
            {
                using var step = Step().Inputs(("matrix-job", leg), ("fail-on", leg == "1" ? "warning" : "error"))
                    .Variables(("GITHUB_JOB", job), ("GITHUB_EVENT_NAME", trigger), ("GITHUB_RUN_ATTEMPT", attempt));
                Assert.AreEqual(leg == "1" ? 1 : 0, step.Run().ExitCode);
            }

            CollectionAssert.AreEqual(new[] { "success", "failure", "success", "success" }, _github.CheckRuns.Select(static run => (string?)run["conclusion"]).ToArray());
            Assert.IsTrue(_github.CheckRuns.All(static run => run["output"]!["annotations"]!.AsArray().Count == 20));
        }
    }

    [TestMethod]
    [TestCategory("action.CHECK_RUN.1")]
    [DataRow("auto", "check", 10, 0)]
    [DataRow("auto", "check", 11, 1)]
    [DataRow("false", "check", 11, 0)]
    [DataRow("true", "check", 0, 1)]
    [DataRow("true", "off", 11, 0)]
    public void A_check_run_is_created_if_it_is_needed_or_requested(string choice, string mode, int findings, int checkRuns)
    {
        WriteUnknownReferences(findings);
        using var step = Step().Inputs(("check-run", choice), ("mode", mode));
        Assert.AreEqual(0, step.Run().ExitCode);
        Assert.HasCount(checkRuns, _github.CheckRuns);
    }

    [TestMethod]
    [TestCategory("action.CHECK_RUN.4")]
    [DataRow(401, "github-token has no permission to do so")]
    [DataRow(403, "github-token has no permission to do so")]
    [DataRow(404, "github-token has no permission to do so")]
    [DataRow(422, "GitHub answered 422")]
    [DataRow(429, "GitHub is rate-limiting github-token")]
    [DataRow(500, "GitHub answered 500")]
    public void Without_permission_or_when_GitHub_fails_the_step_says_so_and_goes_on(int status, string reason)
    {
        _github.Refusal = status;
        WriteUnknownReferences(20);
        using var step = Step();
        var result = step.Run();
        Assert.AreEqual(0, result.ExitCode);
        StringAssert.Contains(result.Commands.Single(static line => line.StartsWith("::notice title=SPUSH5030::", StringComparison.Ordinal)), $"({reason})");

        using var asked = Step().Inputs(("check-run", "true"), ("fail-on", "warning"));
        StringAssert.Contains(asked.Run().Commands.Single(static line => line.StartsWith("::warning title=SPUSH5030::", StringComparison.Ordinal)), $"({reason})");

        using var hidden = Step().Inputs(("check-run", "true"), ("severity", "SPUSH5030=off"));
        Assert.IsFalse(hidden.Run().Log.Contains("SPUSH5030", StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("action.CHECK_RUN.4")]
    public void A_temporary_failure_is_retried()
    {
        foreach (var status in (int[])[502, 500])
        {
            _github.Refusals.Enqueue(status);
        }

        WriteUnknownReferences(20);
        using var step = Step();
        Assert.IsFalse(step.Run().Log.Contains("SPUSH5030", StringComparison.Ordinal));
        Assert.HasCount(1, _github.CheckRuns);
    }

    [TestMethod]
    [TestCategory("action.CHECK_RUN.4")]
    public void An_unreachable_GitHub_and_a_missing_token_do_not_fail_the_run()
    {
        WriteUnknownReferences(20);
        using var unreachable = Step().Variables(("GITHUB_API_URL", "http://127.0.0.1:9/"));
        StringAssert.Contains(unreachable.Run().Log, "(GitHub was not reached)");
        using var without = Step().Inputs(("github-token", ""));
        StringAssert.Contains(without.Run().Log, "(there is no github-token)");
    }

    private WorkflowStep Step() => WorkflowStep.ForPush(_repository).Variables(("GITHUB_API_URL", _github.ApiUrl.ToString().TrimEnd('/'))).Inputs(("github-token", "ghs_token"), ("mode", "check"));

    private void WriteUnknownReferences(int count)
    {
        _repository.Write("src/unknown.js", string.Concat(Enumerable.Range(1, count).Select(static number => string.Create(CultureInfo.InvariantCulture, $"// cart.LINES.{number + 100}\n"))));
        _repository.Commit();
    }
}

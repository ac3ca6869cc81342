using System.Runtime.Versioning;
using SpecPush.Actions.Commands;
using SpecPush.Actions.Tests.Infrastructure;
using SpecPush.Settings;

namespace SpecPush.Actions.Tests;

/// <summary>Tokens never appear where they must not.</summary>
[TestClass]
public sealed class SecretTests : IDisposable
{
    private const string Token = "acai_canary_1f8e";
    private const string GitHubToken = "ghs_canary_77aa";

    private readonly TestRepository _repository = ShopRepository.Create();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("action.SAFE.1")]
    public void Every_line_of_a_token_is_masked_before_anything_else_is_printed()
    {
        using var step = WorkflowStep.ForPush(_repository).Inputs(("api-token", "first%line\r\nsecond line"), ("github-token", GitHubToken), ("check-run", "false"));
        var result = step.Run();
        CollectionAssert.AreEqual(new[] { "::add-mask::first%25line", "::add-mask::second line", $"::add-mask::{GitHubToken}" }, result.Lines[..3]);
        AssertSecret(result, "first%line", "second line", GitHubToken);
    }

    [TestMethod]
    [TestCategory("action.SAFE.1")]
    public async Task A_token_that_the_server_quotes_is_not_repeated()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Error(401, $"The token {Token} is not known"));
        using var step = WorkflowStep.ForPush(_repository).Inputs(("api-url", server.ApiUrl.ToString()), ("api-token", Token));
        var result = step.Run();
        Assert.AreEqual($"::add-mask::{Token}", result.Lines[0]);
        AssertSecret(result, Token);
    }

    [TestMethod]
    [TestCategory("action.SAFE.4")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void Git_does_not_get_the_tokens()
    {
        using var folder = new TemporaryFolder();
        var seen = Path.Combine(folder.Path, "seen");
        var git = folder.Write("git", $"#!/bin/sh\nenv >> '{seen}'\nPATH=\"${{PATH#*:}}\" exec git \"$@\"\n");
        File.SetUnixFileMode(git, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var step = WorkflowStep.ForPush(_repository)
            .Variables(("PATH", $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}"), ("ACAI_API_TOKEN", "acai_other"))
            .Inputs(("api-token", Token), ("github-token", GitHubToken), ("mode", "check"));
        Assert.AreEqual(0, step.Run().ExitCode);
        var environment = File.ReadAllText(seen);
        StringAssert.Contains(environment, "GITHUB_SHA=");
        foreach (var secret in (string[])[Token, GitHubToken, "acai_other"])
        {
            Assert.IsFalse(environment.Contains(secret, StringComparison.Ordinal));
        }
    }

    [TestMethod]
    [TestCategory("action.SAFE.5")]
    public async Task No_file_of_the_checkout_says_where_a_push_goes()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        _repository.Write(".env", $"ACAI_API_TOKEN={Token}\nACAI_API_BASE_URL={server.ApiUrl}\n");
        using var step = WorkflowStep.ForPush(_repository).Variables(("GITHUB_ACTIONS", ""), ("CI", ""));
        Assert.AreEqual("false", step.Run().Outputs["pushed"]);
        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    [TestCategory("action.RESULT.2")]
    [DataRow("error", 1)]
    [DataRow("never", 0)]
    public async Task An_unexpected_failure_is_an_error_without_secrets(string failOn, int exitCode)
    {
        var environment = new EnvironmentVariables(
        [
            KeyValuePair.Create("GITHUB_WORKSPACE", $"/\0{Token}"), // not a valid path, and the library's message quotes it
            KeyValuePair.Create("INPUT_REPORT", "report.json"),
            KeyValuePair.Create("INPUT_API-TOKEN", Token),
            KeyValuePair.Create("INPUT_FAIL-ON", failOn),
        ]);
        await using var log = new StringWriter { NewLine = "\n" };
        Assert.AreEqual(exitCode, await new ActionStep(environment, _repository.Path, new CommandLog(log)).ExecuteAsync(CancellationToken.None));
        var lines = log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.AreEqual($"::add-mask::{Token}", lines[0]);
        StringAssert.StartsWith(lines.Last(), "::error title=SPUSH5099::");
        Assert.IsFalse(string.Concat(lines[1..]).Contains(Token, StringComparison.Ordinal));
    }

    private static void AssertSecret(StepResult result, params string[] secrets)
    {
        var lines = result.Lines.SkipWhile(static line => line.StartsWith("::add-mask::", StringComparison.Ordinal));
        var text = string.Join('\n', lines) + result.Summary + result.OutputFile + result.Report.GetRawText();
        foreach (var secret in secrets)
        {
            Assert.IsFalse(text.Contains(secret, StringComparison.Ordinal), text);
        }
    }
}

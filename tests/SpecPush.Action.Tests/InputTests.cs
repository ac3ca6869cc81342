using System.Runtime.Versioning;
using System.Text.Json;
using SpecPush.Actions.Tests.Infrastructure;
using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.Actions.Tests;

[TestClass]
public sealed class InputTests : IDisposable
{
    private readonly TestRepository _repository = ShopRepository.Create();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("action.INPUTS.2")]
    [TestCategory("action.RESULT.1")]
    [DataRow("mode", "sometimes", "mode is 'sometimes', which is not a valid value; use one of: Auto, Push, Check, Collect, Off.")]
    [DataRow("check-run", "perhaps", "check-run is 'perhaps', which is not a valid value; use one of: auto, true, false.")]
    [DataRow("fail-on", "0", "fail-on is '0', which is not a valid value; use one of: error, warning, never.")]
    [DataRow("force", "yes", "force is 'yes', which is not a valid value; use one of: true, false.")]
    [DataRow("specs", "a/../b", "specs has the pattern 'a/../b', but it is not a glob; write one such as src/**/*.cs, with .. nowhere but at its start.")]
    [DataRow("target-impl-name", "a/../b=x", "target-impl-name has the pattern 'a/../b', but it is not a glob")]
    [DataRow("severity", "SPUSH1=error", "severity is 'SPUSH1=error', which is not a valid value; use one of: SPUSHnnnn=message, SPUSHnnnn=warning, SPUSHnnnn=error, SPUSHnnnn=off.")]
    [DataRow("timeout", "soon", "timeout is 'soon'; use a number of seconds, above 0 and up to 3600.")]
    public void An_invalid_value_of_an_input_fails_the_step(string input, string value, string message)
    {
        using var step = WorkflowStep.ForPush(_repository).Inputs((input, value));
        var result = step.Run();
        Assert.AreEqual((1, "1", "false"), (result.ExitCode, result.Outputs["errors"], result.Outputs["pushed"]));
        StringAssert.Contains(result.Commands.Single(), message);
    }

    [TestMethod]
    [TestCategory("action.INPUTS.8")]
    [DataRow("", 0, "warning SPUSH2010 message SPUSH2012")]
    [DataRow("SPUSH2010=error", 1, "error SPUSH2010 message SPUSH2012")]
    [DataRow("spush2010 = OFF;SPUSH2012=warning", 0, "warning SPUSH2012")]
    public void A_finding_has_the_severity_that_was_chosen(string severity, int exitCode, string findings)
    {
        _repository.Write("src/odd.js", "// cart.LINES.77 elsewhere.A.1\n");
        _repository.Commit();
        using var step = WorkflowStep.ForPush(_repository).Inputs(("mode", "check"), ("severity", severity));
        var result = step.Run();
        Assert.AreEqual(exitCode, result.ExitCode);
        Assert.AreEqual(findings, string.Join(' ', result.Report.GetProperty("findings").EnumerateArray().Select(static finding => $"{finding.GetProperty("severity")} {finding.GetProperty("code")}")
            .Where(static finding => finding.Contains("SPUSH201", StringComparison.Ordinal))));
    }

    [TestMethod]
    [TestCategory("action.INPUTS.1")]
    [TestCategory("action.INPUTS.3")]
    public async Task Every_setting_has_an_input_and_the_token_has_a_variable()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success("shop", "production"));
        using var step = WorkflowStep.ForPush(_repository, "release/1").Variables(("ACAI_API_TOKEN", "acai_token_of_the_environment")).Inputs(
            ("api-url", server.ApiUrl.ToString()), ("mode", "push"), ("branches", "release/*"), ("scope", ""), ("specs", "features/*.feature.yaml"), ("exclude", "src/**"),
            ("features", "cart"), ("product-name", "shop"), ("target-impl-name", "release/*=production"), ("parent-impl-name", "main"),
            ("override-references", "false"), ("include-raw-content", "true"), ("repo-uri", "example.com/a/b"), ("branch", "release/2"),
            ("commit", new string('a', 40)), ("timeout", "60"), ("force", "true"), ("allow-insecure-api", "false"), ("report", "specpush-report.json"));
        Assert.AreEqual(0, step.Run().ExitCode);
        var request = server.Requests.Single();
        Assert.AreEqual("Bearer acai_token_of_the_environment", request.Headers["Authorization"]);
        var names = new[] { "repo_uri", "branch_name", "commit_hash", "target_impl_name", "parent_impl_name" };
        CollectionAssert.AreEqual(
            new[] { "example.com/a/b", "release/2", new string('a', 40), "production", "main" },
            names.Select(name => request.Json.GetProperty(name).GetString()).ToArray());
        Assert.IsFalse(request.Json.GetProperty("references").GetProperty("override").GetBoolean());
    }

    [TestMethod]
    [TestCategory("action.INPUTS.3")]
    [DataRow("auto", 0)]
    [DataRow("push", 1)]
    public void Without_a_token_specs_are_checked_and_the_input_is_named(string mode, int exitCode)
    {
        using var step = WorkflowStep.ForPush(_repository).Inputs(("mode", mode), ("api-token", ""));
        var result = step.Run();
        Assert.AreEqual((exitCode, "false"), (result.ExitCode, result.Outputs["pushed"]));
        CollectionAssert.Contains(result.Lines, "SpecPush: checked, not pushed: api-token is not set (SPUSH3104)");
    }

    [TestMethod]
    [TestCategory("action.INPUTS.4")]
    [TestCategory("action.OUTPUTS.2")]
    public void The_only_repository_below_the_workspace_is_used()
    {
        using var step = new WorkflowStep(Path.GetDirectoryName(_repository.Path)!).Inputs(("mode", "check"));
        var result = step.Run();
        Assert.AreEqual(0, result.ExitCode, result.Log);
        Assert.AreEqual("cart", result.Report.GetProperty("coverage")[0].GetProperty("feature").GetString());
    }

    [TestMethod]
    [TestCategory("action.INPUTS.5")]
    public void A_workspace_without_exactly_one_repository_is_an_error()
    {
        using var empty = new TemporaryFolder();
        using var first = new WorkflowStep(empty.Path);
        StringAssert.Contains(first.Run().Commands.Single(), "::error title=SPUSH3060::");

        empty.Write("one/.git/HEAD", "");
        empty.Write("two/.git/HEAD", "");
        using var second = new WorkflowStep(empty.Path);
        var result = second.Run();
        Assert.AreEqual(1, result.ExitCode);
        StringAssert.Contains(result.Commands.Single(), "(one, two)");
    }

    [TestMethod]
    [TestCategory("action.INPUTS.6")]
    public void Mode_Off_does_nothing_and_succeeds()
    {
        _repository.Write("features/bad.feature.yaml", "feature:\n  name\n");
        using var step = WorkflowStep.ForPush(_repository).Inputs(("mode", "off"), ("api-token", "acai_token"));
        var result = step.Run();
        Assert.AreEqual((0, "false"), (result.ExitCode, result.Outputs["pushed"]));
        CollectionAssert.AreEqual(new[] { "::add-mask::acai_token", "SpecPush: nothing was done, because mode is Off (SPUSH3100)" }, result.Lines);
    }

    [TestMethod]
    [TestCategory("action.RESULT.1")]
    [DataRow("error", "features/bad.feature.yaml", "feature:\n  name: bad\n", 1)]
    [DataRow("never", "features/bad.feature.yaml", "feature:\n  name: bad\n", 0)]
    [DataRow("error", "src/a.js", "// cart.LINES.9\n", 0)]
    [DataRow("warning", "src/a.js", "// cart.LINES.9\n", 1)]
    [DataRow("warning", "src/a.js", "// cart.LINES.1\n", 0)]
    public void Fail_on_decides_the_exit_code(string failOn, string path, string content, int exitCode)
    {
        _repository.Write(path, content);
        _repository.Commit();
        using var step = WorkflowStep.ForPush(_repository).Inputs(("fail-on", failOn), ("mode", "check"));
        Assert.AreEqual(exitCode, step.Run().ExitCode);
    }

    [TestMethod]
    [TestCategory("action.RESULT.3")]
    [DataRow(401, "error", 1)]
    [DataRow(403, "error", 1)]
    [DataRow(422, "error", 1)]
    [DataRow(503, "warning", 0)]
    public async Task An_outage_is_a_warning_and_a_refusal_an_error(int status, string level, int exitCode)
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Error(status, "No"));
        using var step = WorkflowStep.ForPush(_repository).Inputs(("api-url", server.ApiUrl.ToString()), ("api-token", "acai_token"), ("timeout", status == 503 ? "1" : "60"));
        var result = step.Run();
        Assert.AreEqual((exitCode, "false"), (result.ExitCode, result.Outputs["pushed"]), result.Log);
        StringAssert.StartsWith(result.Commands.Last(), $"::{level} ");
    }

    [TestMethod]
    [TestCategory("action.ASSEMBLIES.3")]
    [TestCategory("action.OUTPUTS.4")]
    public void Nothing_is_written_into_the_workspace_and_the_report_is_in_the_temporary_folder()
    {
        using var server = new HostedServer();
        using var step = WorkflowStep.ForPush(_repository).Inputs(("api-url", server.ApiUrl), ("api-token", server.Token!));
        var result = step.Run();
        Assert.AreEqual(("true", "specpush-report.json"), (result.Outputs["pushed"], result.Outputs["report"]));
        Assert.IsTrue(result.Report.GetProperty("pushed").GetBoolean());
        Assert.IsFalse(Directory.Exists(_repository.StatePath));
        Assert.AreEqual("", _repository.Git("status", "--porcelain", "--ignored"));
    }

    [TestMethod]
    [TestCategory("action.OUTPUTS.4")]
    public void The_report_is_written_to_the_users_path()
    {
        using var step = WorkflowStep.ForPush(_repository).Inputs(("report", "out/specs.json"));
        Assert.AreEqual("out/specs.json", step.Run().Outputs["report"].Replace('\\', '/'));
        Assert.IsTrue(File.Exists(Path.Combine(_repository.Path, "out", "specs.json")));

        var missing = Path.Combine(_repository.Scratch, "not mounted");
        foreach (var temporary in (string[])["", missing])
        {
            using var without = WorkflowStep.ForPush(_repository).Variables(("RUNNER_TEMP", temporary));
            Assert.AreEqual("", without.Run().Outputs["report"]);
        }

        Assert.IsFalse(Directory.Exists(missing));
    }

    [TestMethod]
    [TestCategory("action.ASSEMBLIES.3")]
    public async Task What_an_earlier_build_of_the_job_sent_is_not_sent_again()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        await SpecPushRun.ExecuteAsync(
            new RunRequest
            {
                Directory = _repository.Path,
                Settings = new RawSettings { ApiUrl = server.ApiUrl.ToString() },
                Spelling = SettingSpelling.MSBuildProperty,
                Environment = new EnvironmentVariables([KeyValuePair.Create("CI", "true"), KeyValuePair.Create("ACAI_API_TOKEN", "acai_token")]),
            },
            CancellationToken.None);
        using var step = WorkflowStep.ForPush(_repository).Inputs(("api-url", server.ApiUrl.ToString()), ("api-token", "acai_token"));
        var result = step.Run();
        Assert.AreEqual("true", result.Outputs["pushed"]);
        CollectionAssert.Contains(result.Lines, "SpecPush: nothing has changed since main was pushed");
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [TestCategory("action.OUTPUTS.2")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void The_report_and_its_folders_may_be_removed_by_any_user()
    {
        using var step = WorkflowStep.ForPush(_repository).Inputs(("mode", "check"), ("report", "out/specs/report.json"));
        Assert.AreEqual("out/specs/report.json", step.Run().Outputs["report"]);
        var file = Path.Combine(_repository.Path, "out/specs/report.json");
        Assert.IsTrue(File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherWrite));
        Assert.IsTrue(File.GetUnixFileMode(Path.GetDirectoryName(file)!).HasFlag(UnixFileMode.OtherWrite));
        Assert.IsTrue(File.GetUnixFileMode(Path.Combine(_repository.Path, "out")).HasFlag(UnixFileMode.OtherWrite));
    }

    [TestMethod]
    [TestCategory("action.OUTPUTS.2-1")]
    public void The_findings_are_written_as_SARIF_on_request()
    {
        _repository.Write("src/a.js", "// cart.LINES.9\n");
        _repository.Commit();
        using var step = WorkflowStep.ForPush(_repository).Inputs(("mode", "check"), ("sarif", "out/specs.sarif"));
        Assert.AreEqual(0, step.Run().ExitCode);
        var sarif = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_repository.Path, "out/specs.sarif"))).RootElement;
        Assert.AreEqual("SPUSH2010", sarif.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("ruleId").GetString());
    }

    [TestMethod]
    [TestCategory("action.OUTPUTS.3")]
    public void A_file_of_the_runner_that_cannot_be_written_is_a_warning()
    {
        using var step = WorkflowStep.ForPush(_repository).Variables(("GITHUB_STEP_SUMMARY", _repository.Path)).Inputs(("mode", "check"));
        var result = step.Run();
        Assert.AreEqual((0, "1"), (result.ExitCode, result.Outputs["warnings"]));
        StringAssert.StartsWith(result.Commands.Single(), "::warning title=SPUSH5031::");
        StringAssert.Contains(result.Commands.Single(), "GITHUB_STEP_SUMMARY");
    }

    [TestMethod]
    [TestCategory("action.OUTPUTS.2")]
    public void A_report_that_cannot_be_written_is_a_warning()
    {
        using var step = WorkflowStep.ForPush(_repository).Inputs(("mode", "check"), ("report", "features"));
        var result = step.Run();
        Assert.AreEqual((0, "1"), (result.ExitCode, result.Outputs["warnings"]));
        StringAssert.Contains(result.Commands.Single(), "title=SPUSH5011::");
    }
}

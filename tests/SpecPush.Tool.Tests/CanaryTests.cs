using System.Text.RegularExpressions;
using SpecPush.Tool.Tests.Infrastructure;

namespace SpecPush.Tool.Tests;

/// <summary>The token, through everything that the tool prints, writes and starts, in every form.</summary>
[TestClass]
public sealed partial class CanaryTests : IDisposable
{
    private static readonly string Repeated = Canary.InAllForms(Canary.Secret);

    private readonly ToolRepository _repository = new();
    private readonly WatchedGit _git = new();

    public CanaryTests() => _repository.Environment["ACAI_API_TOKEN"] = Canary.Secret;

    public void Dispose()
    {
        _repository.Dispose();
        _git.Dispose();
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.1")]
    [TestCategory("reliability.SECRETS.3")]
    [TestCategory("reliability.SECRETS.5")]
    [TestCategory("tool.SAFE.3")]
    [DataRow(200, "SPUSH4011", "--verbose")]
    [DataRow(401, "SPUSH4001", "--json")]
    [DataRow(302, "SPUSH4005", "--verbose")]
    public async Task The_token_is_in_nothing_that_a_push_leaves(int status, string code, string option)
    {
        var answer = status switch
        {
            200 => Answer.Success("shop", "main", Repeated),
            302 => new Answer(302, Repeated, "text/plain", ("Location", $"/{Uri.EscapeDataString(Canary.Secret)}")),
            _ => Answer.Error(status, Repeated),
        };
        await using var server = await ScriptedServer.StartAsync(answer);
        _repository.Environment["PATH"] = _git.Install();
        var push = _repository.Run("push", option, "--api-url", server.ApiUrl.ToString(), "--report", "out/report.json", "--sarif", "out/report.sarif", "--html-report", "out/page.html", "--badge", "out/badge.svg");
        StringAssert.Contains(push.Output, code);
        Assert.AreEqual($"Bearer {Canary.Secret}", server.Requests.Single().Headers["Authorization"]);
        AssertNowhere(push);
        AssertNowhere(_repository.Run("status", "--api-url", server.ApiUrl.ToString()));
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.4")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_failure_that_was_not_foreseen_does_not_show_the_token_of_a_file()
    {
        _repository.Environment.Remove("ACAI_API_TOKEN");
        _repository.Write(".gitignore", ".env\nout/\n");
        _repository.Commit();
        _repository.Environment["PATH"] = _git.Install(WatchedGit.Confused);
        _repository.Write(".env", $"ACAI_API_TOKEN=\"{Canary.Secret.Replace("\"", "", StringComparison.Ordinal)}\"\n");
        var push = _repository.Run("push", "--api-url", "http://127.0.0.1:9/");
        StringAssert.Contains(push.Output, "SPUSH5099");
        File.Delete(_repository.PathOf(".env"));
        AssertNowhere(push);
    }

    [TestMethod]
    [TestCategory("reliability.NAMES.1")]
    [TestCategory("tool.OUTPUT.4")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void No_name_of_a_file_or_branch_reaches_the_terminal_as_a_control_sequence()
    {
        string[] names = ["a\nowned", "a\rowned", "\u001b]0;owned\u0007", "\u001b[2Jowned", "\u009b2Jowned", "\u202Eowned", "a\u2028owned", "[red]owned[/]", "<b>owned"];
        foreach (var name in names)
        {
            _repository.Write($"src/{name}.js", "// cart.LINES.77\n");
            _repository.Write($"features/{name}.feature.yaml", "feature:\n  name: bad\n");
        }

        _repository.Git("checkout", "-q", "-b", "\u202Eowned<b>");
        _repository.Commit();
        foreach (var command in (string[])["check", "status", "coverage"])
        {
            var result = _repository.Run(command);
            StringAssert.Contains(result.Output, "owned");
            Assert.DoesNotMatchRegex(@"[\u001B\u0007\u009B\u202E\u2028\r]", result.Output);
        }

        // On a terminal there are colours, which are our own.
        var terminal = _repository.RunInTerminal("", "check");
        Assert.DoesNotMatchRegex(@"[\u0007\u009B\u202E\u2028]|\u001B\](?!8;)|\u001B\[2J", Links.Replace(terminal.Output, ""));
    }

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.4")]
    [TestCategory("reliability.NAMES.1")]
    public void No_text_of_a_checkout_becomes_a_command_of_a_CI_system()
    {
        string[] texts = ["::error::owned", "a ##[error]owned", "a ##vso[task.setvariable variable=ACAI_API_BASE_URL]owned", "a #\u200D#[error]owned", ":\u200D:error::owned", "a ##teamcity[owned]"];
        _repository.Write("features/owned.feature.yaml", $"feature:\n  name: owned\n  product: shop\ncomponents:\n  MAIN:\n{string.Concat(texts.Select(static (text, index) => $"    {index + 1}: \"{text}\"\n"))}");
        foreach (var text in texts)
        {
            _repository.Write($"{text.Replace('/', '-').Replace(':', OperatingSystem.IsWindows() ? '-' : ':')}.js", "// owned.MAIN.77\n");
        }

        _repository.Commit();
        foreach (var command in (string[][])[["check", "--verbose"], ["status"], ["coverage"], ["check", "--json"], ["coverage", "--json"]])
        {
            var result = _repository.Run(command);
            StringAssert.Contains(result.Output, "owned");
            foreach (var line in result.Lines)
            {
                // Compared as people read, like GitHub's runner.
                Assert.IsFalse(line.StartsWith("::", StringComparison.InvariantCulture), line);
                Assert.IsFalse(new[] { "##[", "##vso[", "##teamcity[" }.Any(start => line.Contains(start, StringComparison.InvariantCulture)), line);
            }
        }
    }

    private void AssertNowhere(CommandResult result)
    {
        Assert.IsFalse(Canary.IsIn(result.Output, Canary.Secret), result.Output);
        Assert.IsEmpty(Canary.FindFiles(Canary.Secret, _repository.Root, _git.Folder));
    }

    // OSC 8, which ends in a bell or ST.
    [GeneratedRegex("\u001B\\]8;[^\u0007\u001B]*(\u0007|\u001B\\\\)")]
    private static partial Regex Links { get; }
}

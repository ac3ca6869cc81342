using System.Text.Json;
using SpecPush.Tool.Tests.Infrastructure;

namespace SpecPush.Tool.Tests;

/// <summary>Pushes from a repository in another language to the real server.</summary>
[TestClass]
public sealed class PushTests : IDisposable
{
    private readonly HostedServer _server = new();
    private readonly ToolRepository _repository = new();

    public PushTests()
    {
        _repository.Environment["ACAI_API_BASE_URL"] = _server.ApiUrl;
        _repository.Environment["ACAI_API_TOKEN"] = ServerProcess.KnownToken;
    }

    public void Dispose()
    {
        _repository.Dispose();
        _server.Dispose();
    }

    [TestMethod]
    [TestCategory("tool.PUSH.1")]
    [TestCategory("tool.PUSH.3")]
    [TestCategory("tool.INSTALL.2")]
    [TestCategory("tool.STATUS.1")]
    public async Task Status_shows_what_would_be_sent_push_sends_it_and_another_push_has_nothing_to_send()
    {
        var status = _repository.RunIn("shop", "status").Succeeded();
        AssertLine(status, "branch", "main");
        AssertLine(status, "commit", _repository.Head);
        AssertLine(status, "repository", "github.com/my-org/my-repo");
        AssertLine(status, "server", _server.ApiUrl);
        AssertLine(status, "token", "set");
        AssertLine(status, "would push", "shop → main: 1 spec, 2 references, replacing those on the server");
        Assert.IsFalse(Directory.Exists(_repository.StatePath), "status wrote something");
        Assert.IsEmpty((await _server.ContentsAsync()).GetProperty("branches").EnumerateArray());

        CollectionAssert.AreEqual(new[] { "SpecPush: shop → main: 1 spec created, 0 updated, 2 references" }, Said(_repository.Run("push").Succeeded()));
        CollectionAssert.AreEqual(new[] { "SpecPush: nothing has changed since main was pushed" }, Said(_repository.Run("push").Succeeded()));
        AssertLine(_repository.Run("status").Succeeded(), "push", "nothing has changed since main was pushed");
        var reference = (await _server.ContentsAsync()).GetProperty("branches")[0].GetProperty("references").GetProperty("cart.LINES.1");
        Assert.AreEqual(2, reference.GetArrayLength());
    }

    [TestMethod]
    [TestCategory("tool.PUSH.1")]
    [TestCategory("tool.PUSH.2")]
    public void Without_a_token_push_fails_and_says_why_and_in_Auto_it_says_why_and_succeeds()
    {
        _repository.Environment.Remove("ACAI_API_TOKEN");
        var push = _repository.Run("push");
        Assert.AreEqual(1, push.ExitCode, push.Output);
        StringAssert.Contains(push.Output, "error SPUSH5009: Mode is Push, but ACAI_API_TOKEN is not set");
        AssertLine(_repository.Run("status"), "would not push", "ACAI_API_TOKEN is not set (SPUSH3104)");
        CollectionAssert.AreEqual(new[] { "SpecPush: checked, not pushed: ACAI_API_TOKEN is not set (SPUSH3104)" }, Said(_repository.Run("push", "--mode", "auto").Succeeded()));

        _repository.Write(".env", $"ACAI_API_TOKEN={ServerProcess.KnownToken}\n");
        _repository.Write(".gitignore", ".env\n");
        _repository.Commit();
        StringAssert.StartsWith(Said(_repository.Run("push").Succeeded()).Single(), "SpecPush: shop → main: 1 spec created");
    }

    [TestMethod]
    [TestCategory("tool.EXIT.1")]
    public void An_outage_has_its_own_exit_code_and_a_refusal_does_not()
    {
        _repository.Environment["ACAI_API_BASE_URL"] = "http://127.0.0.1:1/api/v1";
        var outage = _repository.Run("push");
        Assert.AreEqual(3, outage.ExitCode, outage.Output);
        StringAssert.Contains(outage.Output, "error SPUSH4054");
        Assert.AreEqual(0, _repository.Run("push", "--force", "--fail-on", "never").ExitCode);

        _repository.Environment["ACAI_API_BASE_URL"] = _server.ApiUrl;
        _repository.Environment["ACAI_API_TOKEN"] = "acai_of_nobody";
        var refusal = _repository.Run("push", "--force");
        Assert.AreEqual(1, refusal.ExitCode, refusal.Output);
        StringAssert.Contains(refusal.Output, "SPUSH4001");
        Assert.IsFalse(refusal.Output.Contains("acai_of_nobody", StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("tool.OUTPUT.3")]
    [TestCategory("tool.SAFE.3")]
    public void As_JSON_standard_output_is_the_report_and_nothing_else()
    {
        _repository.Write("shop/more.py", "# cart.LINES.9\n");
        _repository.Commit();
        var push = _repository.Run("push", "--json", "--report", "report.json").Succeeded();
        var report = JsonDocument.Parse(push.StandardOutput).RootElement;
        Assert.IsTrue(report.GetProperty("pushed").GetBoolean());
        Assert.AreEqual("SPUSH2010", report.GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.AreEqual("", push.StandardError);
        Assert.IsFalse(push.Output.Contains(ServerProcess.KnownToken, StringComparison.Ordinal));
        Assert.IsFalse(_repository.Read("report.json").Contains(ServerProcess.KnownToken, StringComparison.Ordinal));
        var planned = JsonDocument.Parse(_repository.Run("status", "--json", "--force").StandardOutput).RootElement.GetProperty("planned")[0];
        Assert.AreEqual(1, planned.GetProperty("specs").GetInt32());
    }

    [TestMethod]
    [TestCategory("tool.EXIT.1")]
    public async Task Ctrl_C_ends_a_push_that_waits()
    {
        var arrived = new TaskCompletionSource();
        await using var slow = await ScriptedServer.StartAsync((_, context) =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        if (Interrupts.AreIgnored)
        {
            Assert.Inconclusive("This process ignores SIGINT, as one that a shell started in the background does, and so would the tool.");
        }

        _repository.Environment["ACAI_API_BASE_URL"] = slow.ApiUrl.ToString().TrimEnd('/');
        using var process = _repository.Start("push");
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(10));
        Command.Run(_repository.Root, "kill", ["-INT", $"{process.Id}"]).Succeeded();
        var result = await CommandResult.ReadAsync(process).WaitAsync(TimeSpan.FromMinutes(10));
        Assert.AreEqual(130, result.ExitCode, result.Output);
        Assert.AreEqual("SpecPush: cancelled", result.StandardError.Trim());
    }

    private static string[] Said(CommandResult result) => [.. result.Said.Where(static line => !line.EndsWith("--verbose", StringComparison.Ordinal))];

    private static void AssertLine(CommandResult result, string label, string text) =>
        CollectionAssert.Contains(result.Lines.Select(static line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray(), $"{label} {text}", result.Output);
}

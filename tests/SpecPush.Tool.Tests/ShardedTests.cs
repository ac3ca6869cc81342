using System.Text.Json;
using SpecPush.Tool.Tests.Infrastructure;

namespace SpecPush.Tool.Tests;

/// <summary>Jobs that collect, each with a different host of the core, and jobs that use what was collected.</summary>
[TestClass]
public sealed class ShardedTests
{
    private static ScriptedServer _untouched = null!;
    private static CollectingJobs _jobs = null!;

    [ClassInitialize]
    public static async Task CollectAsync(TestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _untouched = await ScriptedServer.StartAsync(Answer.Success());
        _jobs = new CollectingJobs($"{_untouched.ApiUrl}");
    }

    [ClassCleanup]
    public static async Task CleanAsync()
    {
        _jobs.Dispose();
        await _untouched.DisposeAsync();
    }

    [TestMethod]
    [TestCategory("sharded.COLLECT.1")]
    [TestCategory("sharded.COLLECT.2")]
    public void A_build_the_tool_and_the_action_collect_without_a_request()
    {
        CollectionAssert.AreEqual(new[] { "SpecPush: collected the references of 1 project in collected.specpush (SPUSH3115)" }, _jobs.Said);
        StringAssert.Contains(_jobs.TextOnWindows, "\r\n");
        using var job = _jobs.CloneWithCollected(all: true);
        Assert.HasCount(3, Directory.GetFiles(job.PathOf("jobs"), "*.specpush", SearchOption.AllDirectories));
        Assert.IsEmpty(_untouched.Requests);
    }

    [TestMethod]
    [TestCategory("sharded.MERGE.2")]
    public void Without_one_job_references_are_added_and_its_test_project_is_named()
    {
        using var job = _jobs.CloneWithCollected(all: false);
        var partial = JsonDocument.Parse(Tool(job, "status", "--json", "--from", "jobs/**/*.specpush").Succeeded().StandardOutput).RootElement;
        Assert.IsFalse(partial.GetProperty("planned")[0].GetProperty("override").GetBoolean());
        StringAssert.Contains(Message(partial, "SPUSH2001"), "tests/T3.Tests/T3.Tests.csproj");
    }

    [TestMethod]
    [TestCategory("sharded.MERGE.5")]
    public void A_build_uses_what_was_collected()
    {
        using var job = _jobs.CloneWithCollected(all: true);
        AssertAllTested(job, ["build", "src/Shop", "-nologo", "-p:SpecPushMode=Check", "-p:SpecPushCollected=jobs/**/*.specpush", "-p:SpecPushReport=report.json"], BuildServers.Fresh);
    }

    [TestMethod]
    [TestCategory("sharded.MERGE.5")]
    [TestCategory("action.ASSEMBLIES.4")]
    public void The_action_uses_what_was_collected()
    {
        using var job = _jobs.CloneWithCollected(all: true);
        var check = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_WORKSPACE"] = job.Path,
            ["INPUT_MODE"] = "Check",
            ["INPUT_COLLECTED"] = "jobs/**/*.specpush",
            ["INPUT_REPORT"] = "report.json",
        };
        AssertAllTested(job, [SourceTree.ProgramOf("SpecPush.Action")], check);
    }

    [TestMethod]
    [TestCategory("sharded.MERGE.1")]
    [TestCategory("sharded.MERGE.2")]
    [TestCategory("sharded.MERGE.3")]
    [TestCategory("sharded.MERGE.5")]
    public async Task One_push_includes_what_a_build_the_tool_on_Windows_and_the_action_collected()
    {
        using var server = new HostedServer();
        using var job = _jobs.CloneWithCollected(all: true);
        var push = JsonDocument.Parse(Push(job, server.ApiUrl, "jobs/**/*.specpush").Succeeded().StandardOutput).RootElement;
        Assert.IsTrue(push.GetProperty("pushed").GetBoolean());
        Assert.AreEqual("", Message(push, "SPUSH2001"));
        var references = (await server.ContentsAsync()).GetProperty("branches")[0].GetProperty("references");
        CollectionAssert.AreEqual(
            new[] { "cart.A.1", "cart.A.2", "cart.A.3" }, references.EnumerateObject().Select(static entry => entry.Name).Order(StringComparer.Ordinal).ToArray());
        StringAssert.Contains(references.GetProperty("cart.A.1").ToString(), "tests/T1.Tests/Tests.cs:12");
        StringAssert.Contains(references.GetProperty("cart.A.2").ToString(), "tests/T2.Tests/Tests.cs:12");
        StringAssert.Contains(references.GetProperty("cart.A.3").ToString(), "tests/T3.Tests/Tests.cs:12");
    }

    [TestMethod]
    [TestCategory("sharded.REFUSE.1")]
    public async Task What_was_collected_of_another_commit_is_refused_by_its_name()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var job = _jobs.CloneWithCollected(all: true);
        TestRepository.GitIn(job.Path, "commit", "-q", "--allow-empty", "-m", "Later");
        var later = JsonDocument.Parse(Push(job, $"{server.ApiUrl}", "jobs/*.specpush").Succeeded().StandardOutput).RootElement;
        StringAssert.StartsWith(Message(later, "SPUSH2110"), "jobs/windows.specpush was not used: ");
        StringAssert.Contains(Message(later, "SPUSH2001"), "tests/T1.Tests/T1.Tests.csproj");
    }

    [TestMethod]
    [TestCategory("sharded.COLLECT.4")]
    public void A_job_that_has_nothing_to_collect_says_so()
    {
        using var job = _jobs.Clone();
        StringAssert.Contains(Tool(job, "collect").Succeeded().Output, "warning SPUSH2114");
    }

    [TestMethod]
    [TestCategory("sharded.COLLECT.4")]
    public void A_job_that_cannot_write_what_it_collects_fails()
    {
        using var job = _jobs.Clone();
        job.Write("folder/x", "");
        var unwritable = Tool(job, "collect", "--to", "folder");
        Assert.AreEqual(1, unwritable.ExitCode);
        StringAssert.Contains(unwritable.Output, "error SPUSH3054");
    }

    [TestMethod]
    [TestCategory("sharded.COLLECT.3")]
    [TestCategory("sharded.COLLECT.4")]
    public void What_is_older_than_its_source_is_not_collected()
    {
        using var job = _jobs.Clone();
        new TestCompilation(job) { Name = "T2.Tests" }.Compile("tests/T2.Tests/Tests.cs");
        job.Write("tests/T2.Tests/Tests.cs", TestSources.ForMSTest("cart.A.1"));
        var stale = Tool(job, "collect", "--verbose", "--assemblies", "bin/*.dll").Succeeded();
        StringAssert.Contains(stale.Output, "message SPUSH2106");
        StringAssert.Contains(stale.Output, "warning SPUSH2114");
    }

    [TestMethod]
    [TestCategory("sharded.COLLECT.4")]
    public void A_job_without_a_commit_fails()
    {
        using var empty = new TemporaryFolder();
        TestRepository.GitIn(empty.Path, "init", "-q");
        var uncommitted = Tool(empty, "collect");
        Assert.AreEqual(1, uncommitted.ExitCode);
        StringAssert.Contains(uncommitted.Output, "error SPUSH3053");
    }

    private static void AssertAllTested(TemporaryFolder job, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        Command.Run(job.Path, "dotnet", arguments, environment).Succeeded();
        var report = JsonDocument.Parse(File.ReadAllText(job.PathOf("report.json"))).RootElement;
        Assert.AreEqual(3, report.GetProperty("coverage")[0].GetProperty("withTests").GetInt32());
    }

    private static CommandResult Push(TemporaryFolder job, string apiUrl, string collected) => Run(job, apiUrl, "push", "--json", "--from", collected);

    private static CommandResult Tool(TemporaryFolder job, params string[] arguments) => Run(job, $"{_untouched.ApiUrl}", arguments);

    private static CommandResult Run(TemporaryFolder job, string apiUrl, params string[] arguments) => Command.Run(
        job.Path, InstalledTool.Path, arguments, new Dictionary<string, string> { ["ACAI_API_TOKEN"] = ServerProcess.KnownToken, ["ACAI_API_BASE_URL"] = apiUrl.TrimEnd('/') });

    private static string Message(JsonElement report, string code) => report.GetProperty("findings").EnumerateArray()
        .Where(finding => finding.GetProperty("code").GetString() == code).Select(static finding => finding.GetProperty("message").GetString()!).FirstOrDefault() ?? "";
}

using System.Text.Json;
using SpecPush.Tool.Tests.Infrastructure;

namespace SpecPush.Tool.Tests;

/// <summary>Three jobs on three copies of a repository, each with a different host of the core, and a fourth that pushes for all of them.</summary>
[TestClass]
public sealed class ShardedTests : IDisposable
{
    private const string Origin = "https://github.com/my-org/my-repo.git";

    private readonly ServerProcess _server = ServerProcess.WithKnownToken();
    private readonly TestSolution _origin = new();
    private readonly List<TemporaryFolder> _jobs = [];

    public ShardedTests()
    {
        for (var number = 1; number <= 3; number++)
        {
            _origin.AddProject($"tests/T{number}.Tests/T{number}.Tests.csproj");
            _origin.Write($"tests/T{number}.Tests/Tests.cs", number == 1 ? TestSources.WithTag("\"cart\" + \".A.1\"") : TestSources.ForMSTest($"cart.A.{number}"));
        }

        _origin.Commit();
    }

    public void Dispose()
    {
        _jobs.ForEach(static job => job.Dispose());
        _origin.Dispose();
        _server.Dispose();
    }

    [TestMethod]
    [TestCategory("sharded.COLLECT.1")]
    [TestCategory("sharded.COLLECT.2")]
    [TestCategory("sharded.MERGE.1")]
    [TestCategory("action.ASSEMBLIES.4")]
    [TestCategory("sharded.MERGE.2")]
    [TestCategory("sharded.MERGE.3")]
    [TestCategory("sharded.MERGE.5")]
    [TestCategory("sharded.REFUSE.1")]
    public async Task One_push_includes_what_a_build_the_tool_on_Windows_and_the_action_collected()
    {
        var build = Clone();
        var said = Command.Run(build.Path, "dotnet", ["build", "tests/T1.Tests", "-tl:off", "-nologo", "-p:SpecPushMode=Collect", "-p:SpecPushApiUrl=http://127.0.0.1:1/api/v1"], BuildServers.Fresh).Succeeded().Said;
        CollectionAssert.AreEqual(new[] { "SpecPush: collected the references of 1 project in collected.specpush (SPUSH3115)" }, said);

        var windows = Clone("core.autocrlf=true");
        StringAssert.Contains(File.ReadAllText(windows.PathOf("tests/T2.Tests/Tests.cs")), "\r\n");
        new TestCompilation(windows) { Name = "T2.Tests", SourceRoot = @"D:\agent\work\1\s\" }.Compile("tests/T2.Tests/Tests.cs");
        Tool(windows, "collect", "--assemblies", "bin/*.dll", "--to", "windows.specpush").Succeeded();

        var action = Clone();
        new TestCompilation(action) { Name = "T3.Tests" }.Compile("tests/T3.Tests/Tests.cs");
        var inputs = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_WORKSPACE"] = action.Path, ["INPUT_MODE"] = "Collect", ["INPUT_ASSEMBLIES"] = "bin/*.dll" };
        Command.Run(action.Path, "dotnet", [SourceTree.ProgramOf("SpecPush.Action")], inputs).Succeeded();
        Assert.IsEmpty((await _server.ContentsAsync()).GetProperty("branches").EnumerateArray());

        var last = Clone();
        File.Copy(build.PathOf("collected.specpush"), last.Write("jobs/build/collected.specpush", ""), overwrite: true);
        File.Copy(windows.PathOf("windows.specpush"), last.Write("jobs/windows.specpush", ""), overwrite: true);
        var partial = JsonDocument.Parse(Tool(last, "status", "--json", "--from", "jobs/**/*.specpush").Succeeded().StandardOutput).RootElement;
        Assert.IsFalse(partial.GetProperty("planned")[0].GetProperty("override").GetBoolean());
        StringAssert.Contains(Message(partial, "SPUSH2001"), "tests/T3.Tests/T3.Tests.csproj");

        File.Copy(action.PathOf("collected.specpush"), last.Write("jobs/action/collected.specpush", ""), overwrite: true);
        AssertAllTested(last, "dotnet", ["build", "src/Shop", "-nologo", "-p:SpecPushMode=Check", "-p:SpecPushCollected=jobs/**/*.specpush", "-p:SpecPushReport=report.json"], BuildServers.Fresh);
        var check = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_WORKSPACE"] = last.Path,
            ["INPUT_MODE"] = "Check",
            ["INPUT_COLLECTED"] = "jobs/**/*.specpush",
            ["INPUT_REPORT"] = "report.json",
        };
        AssertAllTested(last, "dotnet", [SourceTree.ProgramOf("SpecPush.Action")], check);

        var push = JsonDocument.Parse(Tool(last, "push", "--json", "--from", "jobs/**/*.specpush").Succeeded().StandardOutput).RootElement;
        Assert.IsTrue(push.GetProperty("pushed").GetBoolean());
        Assert.AreEqual("", Message(push, "SPUSH2001"));
        var branch = (await _server.ContentsAsync()).GetProperty("branches")[0];
        var references = branch.GetProperty("references");
        CollectionAssert.AreEqual(
            new[] { "cart.A.1", "cart.A.2", "cart.A.3" }, references.EnumerateObject().Select(static entry => entry.Name).Order(StringComparer.Ordinal).ToArray());
        StringAssert.Contains(references.GetProperty("cart.A.1").ToString(), "tests/T1.Tests/Tests.cs:12");
        StringAssert.Contains(references.GetProperty("cart.A.2").ToString(), "tests/T2.Tests/Tests.cs:12");
        StringAssert.Contains(references.GetProperty("cart.A.3").ToString(), "tests/T3.Tests/Tests.cs:12");

        TestRepository.GitIn(last.Path, "commit", "-q", "--allow-empty", "-m", "Later");
        var later = JsonDocument.Parse(Tool(last, "push", "--json", "--from", "jobs/*.specpush").Succeeded().StandardOutput).RootElement;
        StringAssert.StartsWith(Message(later, "SPUSH2110"), "jobs/windows.specpush was not used: ");
        StringAssert.Contains(Message(later, "SPUSH2001"), "tests/T1.Tests/T1.Tests.csproj");
    }

    [TestMethod]
    [TestCategory("sharded.COLLECT.3")]
    [TestCategory("sharded.COLLECT.4")]
    public void A_job_that_has_nothing_to_collect_or_cannot_write_it_says_so()
    {
        var job = Clone();
        var nothing = Tool(job, "collect").Succeeded();
        StringAssert.Contains(nothing.Output, "warning SPUSH2114");
        job.Write("folder/x", "");
        var unwritable = Tool(job, "collect", "--to", "folder");
        Assert.AreEqual(1, unwritable.ExitCode);
        StringAssert.Contains(unwritable.Output, "error SPUSH3054");

        new TestCompilation(job) { Name = "T2.Tests" }.Compile("tests/T2.Tests/Tests.cs");
        job.Write("tests/T2.Tests/Tests.cs", TestSources.ForMSTest("cart.A.1"));
        var stale = Tool(job, "collect", "--verbose", "--assemblies", "bin/*.dll").Succeeded();
        StringAssert.Contains(stale.Output, "message SPUSH2106");
        StringAssert.Contains(stale.Output, "warning SPUSH2114");

        using var empty = new TemporaryFolder();
        TestRepository.GitIn(empty.Path, "init", "-q");
        var uncommitted = Tool(empty, "collect");
        Assert.AreEqual(1, uncommitted.ExitCode);
        StringAssert.Contains(uncommitted.Output, "error SPUSH3053");
    }

    private static void AssertAllTested(TemporaryFolder job, string program, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        Command.Run(job.Path, program, arguments, environment).Succeeded();
        var report = JsonDocument.Parse(File.ReadAllText(job.PathOf("report.json"))).RootElement;
        Assert.AreEqual(3, report.GetProperty("coverage")[0].GetProperty("withTests").GetInt32());
        File.Delete(job.PathOf("report.json"));
    }

    private TemporaryFolder Clone(string setting = "core.autocrlf=false")
    {
        var job = new TemporaryFolder();
        _jobs.Add(job);
        TestRepository.GitIn(job.Path, "clone", "-q", "-c", setting, _origin.Root, ".");
        TestRepository.GitIn(job.Path, "remote", "set-url", "origin", Origin);
        return job;
    }

    private CommandResult Tool(TemporaryFolder job, params string[] arguments) => Command.Run(
        job.Path, InstalledTool.Path, arguments, new Dictionary<string, string> { ["ACAI_API_TOKEN"] = ServerProcess.KnownToken, ["ACAI_API_BASE_URL"] = _server.ApiUrl });

    private static string Message(JsonElement report, string code) => report.GetProperty("findings").EnumerateArray()
        .Where(finding => finding.GetProperty("code").GetString() == code).Select(static finding => finding.GetProperty("message").GetString()!).FirstOrDefault() ?? "";
}

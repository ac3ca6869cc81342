namespace SpecPush.MSBuild.Tests;

/// <summary>The token, through builds that log as much as MSBuild can. Each build has a logger for each verbosity, so that few builds show all.</summary>
[TestClass]
public sealed class CanaryTests : IDisposable
{
    private const string Project = "src/Shop/Shop.csproj";
    private static readonly string[] Verbosities = ["q", "m", "n", "d", "diag"];
    private static readonly string Repeated = Canary.InAllForms(Canary.Secret);

    private readonly TestSolution _solution = new();
    private readonly WatchedGit _git = new();

    public CanaryTests()
    {
        _solution.Write("features/bad.feature.yaml", "feature:\n  name: bad\n");
        _solution.Write("logs/.gitignore", "*\n");
        _solution.Commit();
        _solution.Environment["ACAI_API_TOKEN"] = Canary.Secret;
    }

    public void Dispose()
    {
        _solution.Dispose();
        _git.Dispose();
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.1")]
    [TestCategory("reliability.SECRETS.2")]
    [TestCategory("reliability.SECRETS.3")]
    [TestCategory("reliability.SECRETS.4")]
    [TestCategory("reliability.SECRETS.5")]
    [TestCategory("build.PACKAGE.2")]
    [TestCategory("pushing.TOKEN.1")]
    public async Task The_token_is_found_in_nothing_that_builds_leave()
    {
        var answer = Answer.Success("shop", "main", Repeated);
        await using var server = await ScriptedServer.StartAsync((_, context) => answer.WriteAsync(context));
        _solution.Environment["PATH"] = _git.Install();
        Build("pushed", server, "restore");
        answer = Answer.Error(500, Repeated);
        Build("failed", server, "build");
        answer = new Answer(302, Repeated, "text/plain", ("Location", $"/{Uri.EscapeDataString(Canary.Secret)}"));
        Build("redirected", server, "build");
        _solution.Environment["PATH"] = _git.Install(WatchedGit.Confused);
        Build("crashed", server, "build");

        StringAssert.Contains(Log("pushed", "m"), "SPUSH4011");
        StringAssert.Contains(Log("failed", "m"), "SPUSH4053");
        StringAssert.Contains(Log("redirected", "m"), "SPUSH4005");
        Assert.IsTrue(OperatingSystem.IsWindows() || Log("crashed", "m").Contains("SPUSH5099", StringComparison.Ordinal), Log("crashed", "m"));
        Assert.IsTrue(server.Requests.All(static request => request.Headers["Authorization"] == $"Bearer {Canary.Secret}"));
        Assert.IsEmpty(Canary.FindFiles(Canary.Secret, _solution.Root, _git.Folder));
    }

    [TestMethod]
    [TestCategory("reliability.SECRETS.2")]
    public void MSBuild_itself_writes_the_environment_when_it_is_made_to()
    {
        // What docs/reliability.md warns of; and the search finds it in a real binary log.
        _solution.Write("print.proj", "<Project><Target Name=\"Build\" /></Project>");
        _solution.Environment["MSBUILDLOGALLENVIRONMENTVARIABLES"] = "1";
        _solution.Dotnet("build", "print.proj", "-tl:off", "-bl:told.binlog", "-flp:v=q;logfile=told.log").Succeeded();
        _solution.Environment.Remove("MSBUILDLOGALLENVIRONMENTVARIABLES");
        _solution.Dotnet("build", "print.proj", "-tl:off", "-bl:untold.binlog", "-flp:v=diag;logfile=untold.log").Succeeded();
        var found = Canary.FindFiles(Canary.Secret, _solution.Root);
        StringAssert.Contains(found.Single(), "told.binlog: plain");
        StringAssert.Contains(SourceTree.Read("docs/reliability.md"), "MSBUILDLOGALLENVIRONMENTVARIABLES");
    }

    private void Build(string name, ScriptedServer server, string kind)
    {
        string[] loggers = [.. Verbosities.Select((verbosity, index) => $"-flp{index + 1}:v={verbosity};logfile=logs/{name}.{verbosity}.log")];
        var result = _solution.Build(
            Project,
            [
                .. loggers, $"-bl:logs/{name}.binlog", "-v:diag", $"-p:SpecPushApiUrl={server.ApiUrl}", "-p:SpecPushForce=true", "-p:SpecPushTimeout=2",
                "-p:SpecPushReport=out/report.json", "-p:SpecPushSarif=out/report.sarif", "-p:SpecPushHtmlReport=out/page.html", "-p:SpecPushBadge=out/badge.svg",
                .. kind == "build" ? (string[])["--no-restore"] : [],
            ]).Succeeded();
        _solution.Write($"logs/{name}.console.log", result.Output);
        Assert.HasCount(Verbosities.Length + 2, Directory.GetFiles(Path.Combine(_solution.Root, "logs"), $"{name}.*"));
    }

    private string Log(string name, string verbosity) => File.ReadAllText(Path.Combine(_solution.Root, "logs", $"{name}.{verbosity}.log"));
}

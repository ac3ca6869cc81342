namespace SpecPush.Tool.Tests.Infrastructure;

/// <summary>Three jobs on three copies of a repository, each of which has collected with a different host of the core; read only.</summary>
internal sealed class CollectingJobs : IDisposable
{
    private readonly TestSolution _origin = new();
    private readonly TemporaryFolder _build;
    private readonly TemporaryFolder _windows;
    private readonly TemporaryFolder _action;

    /// <param name="apiUrl">A server that they could push to.</param>
    public CollectingJobs(string apiUrl)
    {
        var access = new Dictionary<string, string> { ["ACAI_API_TOKEN"] = ServerProcess.KnownToken, ["ACAI_API_BASE_URL"] = apiUrl.TrimEnd('/') };
        for (var number = 1; number <= 3; number++)
        {
            _origin.AddProject($"tests/T{number}.Tests/T{number}.Tests.csproj");
            _origin.Write($"tests/T{number}.Tests/Tests.cs", number == 1 ? TestSources.WithTag("\"cart\" + \".A.1\"") : TestSources.ForMSTest($"cart.A.{number}"));
        }

        _origin.Write(".gitignore", "bin/\nobj/\n*.binlog\n*.g.cs\n");
        _origin.Commit();

        _build = Clone();
        _build.Write("tests/T1.Tests/Made.g.cs", "internal static class Made { public static int Number() => 1; }");
        Said = Command.Run(
            _build.Path, "dotnet", ["build", "tests/T1.Tests", "-tl:off", "-nologo", "-p:SpecPushMode=Collect"], new Dictionary<string, string>([.. BuildServers.Fresh, .. access])).Succeeded().Said;

        _windows = Clone("core.autocrlf=true");
        new TestCompilation(_windows) { Name = "T2.Tests", SourceRoot = @"D:\agent\work\1\s\" }.Compile("tests/T2.Tests/Tests.cs");
        Command.Run(_windows.Path, InstalledTool.Path, ["collect", "--assemblies", "bin/*.dll", "--to", "windows.specpush"], access).Succeeded();

        _action = Clone();
        new TestCompilation(_action) { Name = "T3.Tests" }.Compile("tests/T3.Tests/Tests.cs");
        var inputs = new Dictionary<string, string>(access)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_WORKSPACE"] = _action.Path,
            ["INPUT_MODE"] = "Collect",
            ["INPUT_ASSEMBLIES"] = "bin/*.dll",
        };
        Command.Run(_action.Path, "dotnet", [SourceTree.ProgramOf("SpecPush.Action")], inputs).Succeeded();
    }

    /// <summary>What the build printed.</summary>
    public string[] Said { get; }

    public string TextOnWindows => File.ReadAllText(_windows.PathOf("tests/T2.Tests/Tests.cs"));

    /// <summary>A copy of the repository for a job that comes later, with what two of the jobs have collected, or all of them.</summary>
    public TemporaryFolder CloneWithCollected(bool all)
    {
        var job = Clone();
        Copy(_build.PathOf("collected.specpush"), job, "jobs/build/collected.specpush");
        Copy(_windows.PathOf("windows.specpush"), job, "jobs/windows.specpush");
        if (all)
        {
            Copy(_action.PathOf("collected.specpush"), job, "jobs/action/collected.specpush");
        }

        return job;
    }

    public TemporaryFolder Clone(string setting = "core.autocrlf=false")
    {
        var job = new TemporaryFolder();
        TestRepository.GitIn(job.Path, "clone", "-q", "-c", setting, _origin.Root, ".");
        TestRepository.GitIn(job.Path, "remote", "set-url", "origin", "https://github.com/my-org/my-repo.git");
        return job;
    }

    public void Dispose()
    {
        _build.Dispose();
        _windows.Dispose();
        _action.Dispose();
        _origin.Dispose();
    }

    private static void Copy(string file, TemporaryFolder job, string path) => job.Write(path, File.ReadAllBytes(file));
}

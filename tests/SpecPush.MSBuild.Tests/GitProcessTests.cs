using System.Runtime.Versioning;

namespace SpecPush.MSBuild.Tests;

/// <summary>How often a build of several projects starts git, counted with a script named git that comes first on the PATH.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
[UnsupportedOSPlatform("windows")]
public sealed class GitProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestSolution _solution = new("<SpecPushMode>Check</SpecPushMode>");

    public GitProcessTests()
    {
        for (var number = 1; number <= 4; number++)
        {
            _solution.AddProject($"src/L{number}/L{number}.csproj", references: "../Shop/Shop.csproj");
        }

        _solution.AddSolution("src/Shop/Shop.csproj", "src/L1/L1.csproj", "src/L2/L2.csproj", "src/L3/L3.csproj", "src/L4/L4.csproj");
        _solution.Commit();
        var git = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(static folder => Path.Combine(folder, "git")).First(File.Exists);
        _folder.Write("bin/git", $"#!/bin/sh\necho \"$*\" >> '{Log}'\nexec '{git}' \"$@\"\n");
        File.SetUnixFileMode(_folder.PathOf("bin/git"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _solution.Environment["PATH"] = $"{_folder.PathOf("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
    }

    private string Log => _folder.PathOf("git.log");

    public void Dispose()
    {
        _solution.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    [TestCategory("build.COST.1")]
    [TestCategory("build.COST.2")]
    [TestCategory("build.COST.3")]
    public void A_build_without_changes_starts_git_twice_and_clean_never_does()
    {
        _solution.Build("All.slnx", "-m:2").Succeeded();
        Assert.IsGreaterThan(0, Count());
        Assert.IsEmpty(Directory.GetFiles(Path.Combine(_solution.StatePath, "manifests"), "*.manifest.json"));

        var again = _solution.Build("All.slnx", "-m:2").Succeeded();
        CollectionAssert.AreEqual(new[] { "SpecPush: checked, not pushed: SpecPushMode is Check (SPUSH3101)" }, again.Said);
        Assert.AreEqual(2, Count());

        _solution.Dotnet("clean", "All.slnx", "-tl:off", "-nologo").Succeeded();
        Assert.AreEqual(0, Count());
    }

    [TestMethod]
    [TestCategory("build.COST.2")]
    public void A_project_that_only_records_its_references_does_not_start_git()
    {
        _solution.Build("src/L1/L1.csproj", "-p:SpecPushNotesOnly=true").Succeeded();
        Assert.AreEqual(0, Count());
    }

    private int Count()
    {
        var count = File.Exists(Log) ? File.ReadLines(Log).Count() : 0;
        File.Delete(Log);
        return count;
    }
}

using SpecPush.MSBuild.Tests.Infrastructure;

namespace SpecPush.MSBuild.Tests;

/// <summary>All commands for a solution, with the Directory.Solution.targets from the documentation.</summary>
[TestClass]
public sealed class SolutionVerbTests : IAsyncDisposable
{
    private const string Restored = "--no-restore";

    private ScriptedServer _server = null!;
    private TestSolution _solution = null!;

    [TestInitialize]
    public async Task StartAsync()
    {
        _server = await ScriptedServer.StartAsync(Answer.Success());
        _solution = new TestSolution($"<SpecPushApiUrl>{_server.ApiUrl}</SpecPushApiUrl>");
        _solution.Write("src/Shop.Tests/Shop.Tests.csproj", """
            <Project Sdk="MSTest.Sdk/4.5.2"><ItemGroup><ProjectReference Include="../Shop/Shop.csproj" /></ItemGroup></Project>
            """);
        _solution.Write("src/Shop.Tests/Tests.cs", TestSources.ForMSTest("cart.A.2"));
        _solution.AddProject("src/Tools/Tools.csproj", """<ItemGroup><PackageReference Remove="SpecPush.MSBuild" /></ItemGroup>""");
        _solution.AddSolution("src/Tools/Tools.csproj", "src/Shop/Shop.csproj", "src/Shop.Tests/Shop.Tests.csproj");
        _solution.Write("Directory.Solution.targets", Documentation.SolutionTargets);
    }

    public async ValueTask DisposeAsync()
    {
        _solution.Dispose();
        await _server.DisposeAsync();
    }

    [TestMethod]
    [TestCategory("build.SOLUTION.1")]
    [TestCategory("build.SOLUTION.3")]
    public void Solutions_of_every_format_push_once_and_so_does_a_build_that_the_file_does_not_reach()
    {
        _solution.AddProject("src/Shop/Shop.csproj", "<PropertyGroup><LangVersion>latest</LangVersion><TargetFramework /><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup>");
        _solution.Dotnet("new", "sln", "-n", "Old", "--format", "sln").Succeeded();
        _solution.Dotnet("sln", "Old.sln", "add", "src/Shop/Shop.csproj", "src/Shop.Tests/Shop.Tests.csproj").Succeeded();
        _solution.Write("Part.slnf", """{ "solution": { "path": "All.slnx", "projects": [ "src/Shop/Shop.csproj", "src/Shop.Tests/Shop.Tests.csproj" ] } }""");
        Pushes(1, "build", "All.slnx", "-m:2");
        Pushes(1, "build", "Old.sln", Restored, "-m:2");
        Pushes(1, "build", "Part.slnf", Restored);
        Pushes(1, "build", "Part.slnf", Restored, "-t:Rebuild");
        Pushes(1, "build", "All.slnx", Restored, "-t:Shop");
        Pushes(1, "build", "All.slnx", Restored, "-graph");
        Pushes(0, "clean", "All.slnx");
        _solution.KeepsNodes = false;
        Pushes(1, "build", "Old.sln", Restored, "-mt");
    }

    [TestMethod]
    [TestCategory("build.SOLUTION.4")]
    public void Packing_publishing_and_testing_push_once_and_not_at_all_with_no_build()
    {
        Pushes(1, "test", "All.slnx", "-p:UseVSTest=true");
        Pushes(0, "test", "All.slnx", "-p:UseVSTest=true", "--no-build");
        _solution.Write("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        Pushes(1, "test", "--solution", "All.slnx");
        Pushes(0, "test", "--solution", "All.slnx", "--no-build");
        Pushes(1, "pack", "All.slnx", Restored);
        Pushes(1, "publish", "All.slnx", Restored);
        Pushes(0, "publish", "All.slnx", "--no-build");
    }

    /// <summary>Commits, so that there is something new, and counts what reaches the server.</summary>
    private void Pushes(int requests, params string[] command)
    {
        _solution.Commit();
        var before = _server.Requests.Count;
        var result = _solution.Dotnet(command);
        var name = $"{string.Join(' ', command)}:\n{result.Output}";
        Assert.AreEqual(0, result.ExitCode, name);
        Assert.IsEmpty(result.Warnings, name);
        Assert.AreEqual(requests, _server.Requests.Count - before, name);
        var references = _server.Requests.Last().Json.GetProperty("references").GetProperty("data");
        CollectionAssert.AreEqual(new[] { "cart.A.1", "cart.A.2" }, references.EnumerateObject().Select(static list => list.Name).Order(StringComparer.Ordinal).ToArray(), name);
    }
}

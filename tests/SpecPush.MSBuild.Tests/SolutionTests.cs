using SpecPush.MSBuild.Tests.Infrastructure;

namespace SpecPush.MSBuild.Tests;

/// <summary>Solutions with the Directory.Solution.targets from the documentation.</summary>
[TestClass]
public sealed class SolutionTests : IDisposable
{
    private readonly HostedServer _server = new();
    private readonly TestSolution _solution;

    public SolutionTests()
    {
        _solution = new TestSolution($"<SpecPushApiUrl>{_server.ApiUrl}</SpecPushApiUrl>");
        for (var number = 1; number <= 3; number++)
        {
            _solution.AddProject($"src/P{number}.Tests/P{number}.Tests.csproj", references: "../Shop/Shop.csproj");
            _solution.Write($"src/P{number}.Tests/Tests.cs", TestSources.WithTag($"\"cart\" + \".A.{number}\""));
        }

        _solution.AddSolution("src/Shop/Shop.csproj", "src/P1.Tests/P1.Tests.csproj", "src/P2.Tests/P2.Tests.csproj", "src/P3.Tests/P3.Tests.csproj");
        _solution.Commit();
    }

    public void Dispose()
    {
        _solution.Dispose();
        _server.Dispose();
    }

    [TestMethod]
    [TestCategory("build.SOLUTION.1")]
    [TestCategory("build.SOLUTION.5")]
    public void A_solution_makes_one_push_at_its_end_with_the_references_of_all_projects()
    {
        AddHook();
        Assert.HasCount(1, Documentation.SolutionTargets.Split('\n', StringSplitOptions.TrimEntries).Where(static line => line.StartsWith("<Import ", StringComparison.Ordinal)));
        Assert.HasCount(3, Documentation.SolutionTargets.Trim().Split('\n'));
        CollectionAssert.AreEqual(new[] { "SpecPush: shop → main: 1 spec created, 0 updated, 4 references" }, _solution.Build("All.slnx", "-m:2").Succeeded().Said);
        CollectionAssert.AreEqual(new[] { "SpecPush: nothing has changed since main was pushed" }, _solution.Build("All.slnx", "-m:2").Succeeded().Said);
        _solution.Write("src/Shop/Cart.cs", "// cart.A.1 cart.A.3\n");
        _solution.Commit();
        CollectionAssert.AreEqual(
            new[] { "SpecPush: shop → main: 0 specs created, 0 updated, 5 references" }, _solution.Build("All.slnx", "-t:Rebuild").Succeeded().Said);
        Assert.HasCount(3, _server.ContentsAsync().Result.GetProperty("branches")[0].GetProperty("references").EnumerateObject());
    }

    [TestMethod]
    [TestCategory("build.SOLUTION.1")]
    public void The_first_project_pushes_with_its_settings()
    {
        AddHook();
        _solution.AddProject("src/P1.Tests/P1.Tests.csproj", "<PropertyGroup><SpecPushTargetImplName>of-the-first</SpecPushTargetImplName></PropertyGroup>");
        _solution.Commit();
        CollectionAssert.AreEqual(new[] { "SpecPush: shop → of-the-first: 1 spec created, 0 updated, 4 references" }, _solution.Build("All.slnx").Succeeded().Said);
    }

    [TestMethod]
    [TestCategory("build.SOLUTION.1")]
    public void Without_the_targets_file_the_same_solution_pushes_more_than_once() =>
        Assert.IsGreaterThan(1, _solution.Build("All.slnx", "-m:1").Succeeded().Said.Length);

    [TestMethod]
    [TestCategory("build.SOLUTION.2")]
    [TestCategory("build.SOLUTION.3")]
    public void A_solution_that_fails_pushes_nothing_and_a_project_of_it_pushes_by_itself()
    {
        AddHook();
        _solution.Write("src/P3.Tests/Tests.cs", "this is no C#");
        _solution.Commit();
        var build = _solution.Build("All.slnx");
        Assert.AreEqual(1, build.ExitCode);
        Assert.IsEmpty(build.Said);
        CollectionAssert.AreEqual(new[] { "SpecPush: shop → main: 1 spec created, 0 updated, 3 references" }, _solution.Build("src/Shop/Shop.csproj", "--no-restore").Succeeded().Said);
    }

    private void AddHook()
    {
        _solution.Write("Directory.Solution.targets", Documentation.SolutionTargets);
        _solution.Commit();
    }
}

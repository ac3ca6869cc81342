namespace SpecPush.MSBuild.Tests;

[TestClass]
public sealed class TestProjectTests
{
    [TestMethod]
    [TestCategory("compiled-references.PROJECTS.3")]
    public async Task MSBuild_says_which_projects_have_tests_even_if_none_are_recognised()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var solution = new TestSolution($"<SpecPushApiUrl>{server.ApiUrl}</SpecPushApiUrl>");
        const string Project = "src/Checks/Checks.csproj";
        solution.AddProject(Project);
        solution.Write("src/Checks/Check.cs", "// cart.A.2\ninternal sealed class Check;\n");
        solution.Commit();

        solution.Build(Project).Succeeded();
        Assert.IsFalse(IsTest(server));
        solution.Build(Project, "-p:IsTestProject=true").Succeeded();
        Assert.IsTrue(IsTest(server));
        solution.Build(Project, "-p:IsTestProject=false", "-p:IsTestingPlatformApplication=true").Succeeded();
        Assert.IsFalse(IsTest(server));
        solution.Build(Project, "-p:IsTestingPlatformApplication=true").Succeeded();
        Assert.IsTrue(IsTest(server));
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.12")]
    [DataRow("$(MSBuildThisFileDirectory)=/app/")]
    [DataRow("$(MSBuildProjectDirectory)=.")]
    public async Task Paths_that_PathMap_replaces_are_found(string pathMap)
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var solution = new TestSolution($"<SpecPushApiUrl>{server.ApiUrl}</SpecPushApiUrl><PathMap>{pathMap}</PathMap>");
        const string Project = "src/Shop.Tests/Shop.Tests.csproj";
        solution.AddProject(Project);
        solution.Write("src/Shop.Tests/Tests.cs", TestSources.WithTag("\"cart\" + \".A.2\""));
        solution.Commit();

        solution.Build(Project).Succeeded();

        var references = server.Requests.Last().Json.GetProperty("references");
        Assert.IsTrue(references.GetProperty("override").GetBoolean());
        Assert.AreEqual("src/Shop.Tests/Tests.cs:12", references.GetProperty("data").GetProperty("cart.A.2")[0].GetProperty("path").GetString());
    }

    private static bool IsTest(ScriptedServer server) =>
        server.Requests.Last().Json.GetProperty("references").GetProperty("data").GetProperty("cart.A.2")[0].GetProperty("is_test").GetBoolean();
}

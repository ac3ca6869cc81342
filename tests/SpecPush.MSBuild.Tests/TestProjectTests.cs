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

    private static bool IsTest(ScriptedServer server) =>
        server.Requests.Last().Json.GetProperty("references").GetProperty("data").GetProperty("cart.A.2")[0].GetProperty("is_test").GetBoolean();
}

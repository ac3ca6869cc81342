using System.Diagnostics;

namespace SpecPush.MSBuild.Tests;

/// <summary>What a build does while a push waits for the server.</summary>
[TestClass]
public sealed class WaitingPushTests
{
    [TestMethod]
    [TestCategory("build.COST.4")]
    public async Task All_nodes_build_other_projects()
    {
        using var solution = new TestSolution();

        // One more than nodes. Each node builds one project, in any case, before its run pushes or waits for its turn.
        string[] names = ["Shop", "Depot", "Office"];
        solution.AddProject("src/Depot/Depot.csproj");
        solution.AddProject("src/Office/Office.csproj");
        solution.AddSolution([.. names.Select(static name => $"src/{name}/{name}.csproj")]);
        solution.Commit();
        bool AreBuilt() => names.All(name => File.Exists(Path.Combine(solution.Root, "src", name, "bin", "Debug", "net10.0", $"{name}.dll")));

        var wereBuilt = false;
        await using var server = await ScriptedServer.StartAsync(async (_, context) =>
        {
            var clock = Stopwatch.StartNew();
            while (!AreBuilt() && clock.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }

            wereBuilt = AreBuilt();
            await Answer.Success().WriteAsync(context);
        });
        var build = solution.Build("All.slnx", "-m:2", $"-p:SpecPushApiUrl={server.ApiUrl}").Succeeded();
        Assert.IsTrue(wereBuilt, build.Output);
        CollectionAssert.AreEqual(new[] { "SpecPush: shop → main: 1 spec created, 0 updated, 1 reference" }, build.Said);
    }
}

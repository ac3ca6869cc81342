namespace SpecPush.MSBuild.Tests;

/// <summary>Names of files that would be a command of a CI system, or an escape sequence of a terminal, in the lines of a build.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class NameTests
{
    private static readonly string[] Names =
    [
        "a\n::error::owned", "a\r::error::owned", "a\n##vso[task.setvariable variable=x]owned", "a\n##teamcity[owned]", "\u001b]0;owned\u0007", "\u001b[2Jowned", "\u202Eowned", "a\u2028::error::owned", "%0A::error::owned", "$(owned)", "@(owned)", "a;b%3Bowned", "{0}owned",
        "a ##[error]owned", "a ##vso[task.setvariable variable=x]owned", "a ##teamcity[owned]",
    ];

    [TestMethod]
    [TestCategory("reliability.NAMES.1")]
    [TestCategory("reliability.CHECKOUTS.4")]
    public async Task No_name_breaks_out_of_its_line()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success(Names[0], Names[5], Names));
        using var solution = new TestSolution($"<SpecPushApiUrl>{server.ApiUrl}</SpecPushApiUrl>");
        foreach (var name in Names)
        {
            solution.Write($"src/{name}.js", "// cart.A.77\n");
            solution.Write($"features/{name}.feature.yaml", "feature:\n  name: bad\n");
        }

        solution.Git("checkout", "-q", "-b", "a;b%0A$(owned)@(owned){0}");
        solution.Commit();
        var log = solution.Build("src/Shop/Shop.csproj", "-v:n").Succeeded();
        Assert.AreEqual(Names.Length * 2, log.Warnings.Count(static warning => warning.Contains("SPUSH1005", StringComparison.Ordinal) || warning.Contains("SPUSH2010", StringComparison.Ordinal)), log.Output);
        Assert.HasCount(1, server.Requests);
        foreach (var line in log.Output.Split('\n', '\r'))
        {
            Assert.DoesNotMatchRegex(@"^\s*::|##(vso|teamcity)?\[|[\u001B\u0007\u202E\u2028]", line);
        }

        // Not committed, the name of a file is in the reason.
        solution.Write($"features/{Names[0]}.feature.yaml", "feature:\n  name: worse\n");
        var reason = solution.Build("src/Shop/Shop.csproj").Succeeded().Said.Single();
        StringAssert.Contains(reason, "owned");
    }
}

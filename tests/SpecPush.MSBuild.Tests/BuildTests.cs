namespace SpecPush.MSBuild.Tests;

[TestClass]
public sealed class BuildTests
{
    private const string Project = "src/Shop/Shop.csproj";

    [TestMethod]
    [TestCategory("build.RUN.1")]
    [TestCategory("build.PACKAGE.1")]
    [TestCategory("push-memory.TWICE.1")]
    public async Task A_build_pushes_and_the_next_one_sends_nothing()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var solution = Solution(server);
        solution.Commit();
        var first = solution.Build(Project).Succeeded();
        CollectionAssert.AreEqual(new[] { "SpecPush: shop → main: 1 spec created, 0 updated, 1 reference" }, first.Said);
        Assert.IsEmpty(first.Warnings);
        var second = solution.Build(Project).Succeeded();
        CollectionAssert.AreEqual(new[] { "SpecPush: nothing has changed since main was pushed" }, second.Said);
        Assert.HasCount(1, server.Requests);
        Assert.AreEqual("src/Shop/Cart.cs:3", server.Requests.Single().Json.GetProperty("references").GetProperty("data").GetProperty("cart.A.1")[0].GetProperty("path").GetString());
    }

    [TestMethod]
    [TestCategory("build.FAILURE.1")]
    [TestCategory("build.RUN.3")]
    [TestCategory("build.FINDINGS.1")]
    public async Task In_auto_an_invalid_spec_is_a_warning_and_projects_that_reference_this_one_compile()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var solution = Solution(server);
        solution.Write("features/broken.feature.yaml", "feature:\n  name: broken\n  product: shop\ncomponents:\n  A:\n    1-0: x\n");
        solution.Write("src/Web/Page.cs", "namespace Web;\n\npublic sealed class Page(Shop.Cart cart) { public Shop.Cart Cart => cart; }\n");
        solution.AddProject("src/Web/Web.csproj", "", "../Shop/Shop.csproj");
        solution.Commit();

        for (var build = 0; build < 2; build++)
        {
            var result = solution.Build("src/Web/Web.csproj").Succeeded();
            var warning = result.Warnings.Single();
            StringAssert.Contains(warning, $"{Path.Combine("features", "broken.feature.yaml")}(6,5): warning SPUSH1010: ");
            StringAssert.Contains(result.Output, "Web -> ");
        }

        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [TestCategory("build.FAILURE.2")]
    [DataRow("Check", 0)]
    [DataRow("Push", 1)]
    public async Task In_push_and_check_an_invalid_spec_fails_the_build_and_the_valid_ones_are_pushed(string mode, int requests)
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var solution = Solution(server);
        solution.Write("features/broken.feature.yaml", "feature:\n  name: broken\n");
        solution.Commit();
        var result = solution.Build(Project, $"-p:SpecPushMode={mode}");
        Assert.AreEqual(1, result.ExitCode);
        StringAssert.Contains(result.Errors.Single(), "broken.feature.yaml(2,3): error SPUSH1005: ");
        Assert.HasCount(requests, server.Requests);
    }

    [TestMethod]
    [TestCategory("build.FAILURE.4")]
    public async Task Users_change_severities_with_the_usual_properties()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var solution = Solution(server);
        solution.Write("features/cart.feature.yaml", TestSolution.Spec("cart").Replace("name: cart", "name: cart\n  version: 1.0", StringComparison.Ordinal));
        solution.Commit();
        StringAssert.Contains(solution.Build(Project).Succeeded().Warnings.Single(), "warning SPUSH1007");
        Assert.IsEmpty(solution.Build(Project, "-p:NoWarn=SPUSH1007").Succeeded().Warnings);
        Assert.IsEmpty(solution.Build(Project, "-p:MSBuildWarningsAsMessages=SPUSH1007").Succeeded().Warnings);
        StringAssert.Contains(solution.Build(Project, "-p:MSBuildWarningsAsErrors=SPUSH1007").Errors.Single(), "error SPUSH1007");
        Assert.AreEqual(1, solution.Build(Project, "-warnaserror").ExitCode);
        solution.Build(Project, "-p:TreatWarningsAsErrors=true").Succeeded();
    }

    [TestMethod]
    [TestCategory("build.FAILURE.3")]
    [TestCategory("build.MODE.4")]
    public void An_outage_is_a_warning_in_auto_and_an_error_in_push()
    {
        using var solution = new TestSolution("<SpecPushApiUrl>http://127.0.0.1:9/api/v1</SpecPushApiUrl>");
        solution.Commit();
        StringAssert.Contains(solution.Build(Project).Succeeded().Warnings.Single(), "Shop.csproj : warning SPUSH4054: http://127.0.0.1:9 ");
        StringAssert.Contains(solution.Build(Project, "-warnaserror", "-p:SpecPushForce=true").Succeeded().Warnings.Single(), "warning SPUSH4054");
        StringAssert.Contains(solution.Build(Project, "-p:MSBuildTreatWarningsAsErrors=true", "-p:SpecPushForce=true").Succeeded().Warnings.Single(), "warning SPUSH4054");
        var push = solution.Build(Project, "-p:SpecPushMode=Push");
        Assert.AreEqual(1, push.ExitCode);
        StringAssert.Contains(push.Errors.Single(), "error SPUSH4054");
    }

    [TestMethod]
    [TestCategory("build.FAILURE.3")]
    [TestCategory("pushing.RETRY.6")]
    public async Task A_build_of_several_projects_waits_once_for_a_server_that_does_not_answer()
    {
        using var solution = new TestSolution();
        await using var silent = await ScriptedServer.StartAsync(static (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        string[] projects = [.. Enumerable.Range(1, 6).Select(static number => $"src/P{number}/P{number}.csproj")];
        Array.ForEach(projects, project => solution.AddProject(project));
        solution.AddSolution(projects);
        solution.Commit();
        var slow = solution.Build("All.slnx", "-m:2", $"-p:SpecPushApiUrl={silent.ApiUrl}", "-p:SpecPushTimeout=10").Succeeded();
        StringAssert.Contains(slow.Warnings.Single(), "warning SPUSH4055");
        Assert.HasCount(1, silent.Requests, "the other projects of the build must not wait as well");
    }

    [TestMethod]
    [TestCategory("build.PACKAGE.2")]
    [TestCategory("pushing.TOKEN.1")]
    public async Task Nothing_that_a_build_writes_contains_the_token()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success("shop", "main", $"Your token {ServerProcess.KnownToken} is about to expire"), Answer.Error(500, ServerProcess.KnownToken));
        using var solution = Solution(server);
        solution.Commit();
        for (var build = 0; build < 2; build++)
        {
            var result = solution.Build(Project, $"-bl:build{build}.binlog", "-v:diag", "-p:SpecPushReport=out/report.json", "-p:SpecPushForce=true", "-p:SpecPushTimeout=5");
            Assert.IsFalse(result.Output.Contains(ServerProcess.KnownToken, StringComparison.Ordinal));
        }

        var files = Directory.EnumerateFiles(solution.Root, "*", SearchOption.AllDirectories).ToArray();
        Assert.IsTrue(files.Any(static file => file.EndsWith("report.json", StringComparison.Ordinal)));
        Assert.AreEqual(2, files.Count(static file => file.EndsWith(".binlog", StringComparison.Ordinal)));
        foreach (var file in files)
        {
            Assert.IsFalse(Content.From(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(ServerProcess.KnownToken)) >= 0, file);
        }
    }

    [TestMethod]
    [TestCategory("build.RUN.5")]
    public async Task Every_kind_of_build_may_be_the_one_that_pushes()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var solution = Solution(server);
        solution.AddProject(Project, "<PropertyGroup><LangVersion>latest</LangVersion><TargetFramework /><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup>");
        solution.Commit();
        Assert.HasCount(1, solution.Build(Project).Succeeded().Said);
        Assert.HasCount(1, server.Requests);

        solution.Commit();
        solution.Build(Project, "-f", "netstandard2.0").Succeeded();
        Assert.HasCount(2, server.Requests);
    }

    [TestMethod]
    [TestCategory("build.RUN.6")]
    [DataRow("-p:SpecPushMode=Off")]
    [DataRow("-p:SpecPushMode=%20off%20")]
    [DataRow("-p:DesignTimeBuild=true")]
    public async Task A_build_that_is_switched_off_or_made_for_an_editor_runs_nothing(string property)
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var solution = Solution(server);
        solution.Commit();
        Assert.IsEmpty(solution.Build(Project, property).Succeeded().Said);
        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    [TestCategory("build.TOO_OLD.1")]
    public async Task An_older_msbuild_gets_one_coded_warning()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var solution = Solution(server);
        solution.Commit();
        var warning = solution.Build(Project, "-p:_SpecPushMSBuildVersion=17.14.0").Succeeded().Warnings.Single();
        StringAssert.Contains(warning, "warning SPUSH5020");
        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    [TestCategory("build.FAILURE.5")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public async Task A_cancelled_build_ends_without_a_finding_or_a_stack_trace()
    {
        if (Interrupts.AreIgnored)
        {
            Assert.Inconclusive("This process ignores SIGINT, as one that a shell started in the background does, and so would the build.");
        }

        var arrived = new TaskCompletionSource();
        await using var server = await ScriptedServer.StartAsync((_, context) =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var solution = Solution(server);
        solution.Commit();
        using var build = solution.StartBuild(Project, "-p:SpecPushTimeout=600");
        var output = build.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        try
        {
            await arrived.Task.WaitAsync(patience.Token);
            Command.Run(solution.Root, "kill", ["-INT", $"{build.Id}"]).Succeeded();
            await build.WaitForExitAsync(patience.Token);
        }
        finally
        {
            build.Kill(entireProcessTree: true);
        }

        Assert.IsFalse((await output).Contains("   at ", StringComparison.Ordinal), await output);
        Assert.IsFalse((await output).Contains("SPUSH", StringComparison.Ordinal), await output);
        Assert.AreNotEqual(0, build.ExitCode);
    }

    [TestMethod]
    [TestCategory("settings.READ.2")]
    [TestCategory("settings.READ.4")]
    public async Task An_invalid_setting_is_an_error_that_names_the_valid_values()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        using var solution = Solution(server);
        solution.Commit();
        var result = solution.Build(Project, "-p:SpecPushMode=Psh");
        Assert.AreEqual(1, result.ExitCode);
        StringAssert.Contains(result.Errors.Single(), "error SPUSH5001: SpecPushMode is 'Psh'");
        Assert.IsEmpty(server.Requests);
    }

    private static TestSolution Solution(ScriptedServer server) => new($"<SpecPushApiUrl>{server.ApiUrl}</SpecPushApiUrl>");
}

namespace SpecPush.MSBuild.Tests;

/// <summary>Builds that push to the real local server, checked by what it has in the end.</summary>
[TestClass]
public sealed class ServerTests : IDisposable
{
    private const string Project = "src/Shop/Shop.csproj";

    private readonly HostedServer _server = new();
    private readonly TestSolution _solution;

    public ServerTests() => _solution = new TestSolution($"<SpecPushApiUrl>{_server.ApiUrl}</SpecPushApiUrl>");

    public void Dispose()
    {
        _solution.Dispose();
        _server.Dispose();
    }

    [TestMethod]
    [TestCategory("push-planning.PRODUCTS.1")]
    [TestCategory("push-planning.PRODUCTS.2")]
    public void Two_products_and_references_to_unknown_features_are_pushed_twice_in_a_row()
    {
        _solution.Write("features/stock.feature.yaml", TestSolution.Spec("stock").Replace("shop", "depot", StringComparison.Ordinal));
        _solution.Write("src/Shop/More.cs", "// stock.A.1 elsewhere.B.2\n");
        _solution.Commit();
        CollectionAssert.AreEqual(
            new[] { "SpecPush: depot → main: 1 spec created, 0 updated, 2 references", "SpecPush: shop → main: 1 spec created, 0 updated, 1 reference" },
            _solution.Build(Project).Succeeded().Said);
        _solution.Commit();
        CollectionAssert.AreEqual(
            new[] { "SpecPush: depot → main: 0 specs created, 0 updated, 2 references", "SpecPush: shop → main: 0 specs created, 0 updated, 1 reference" },
            _solution.Build(Project).Succeeded().Said);
        CollectionAssert.AreEqual(new[] { "cart.A.1", "elsewhere.B.2", "stock.A.1" }, References());
    }

    [TestMethod]
    [TestCategory("push-planning.LIMITS.1")]
    public void A_hundred_and_twenty_specs_with_twelve_thousand_references_are_pushed()
    {
        for (var number = 1; number <= 120; number++)
        {
            _solution.Write($"features/many/f{number}.feature.yaml", TestSolution.Spec($"f{number}", 100));
        }

        _solution.Write("docs/all.md", string.Concat(Enumerable.Range(1, 120).SelectMany(static feature => Enumerable.Range(1, 100).Select(requirement => $"f{feature}.A.{requirement}\n"))));
        _solution.Commit();
        var line = _solution.Build(Project, "-p:SpecPushTimeout=60").Succeeded().Said.Single();
        Assert.AreEqual("SpecPush: shop → main: 121 specs created, 0 updated, 12001 references", line);
        Assert.HasCount(12_001, References());
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.4")]
    public void Removed_references_are_removed_from_the_server_even_the_last_one_of_a_feature()
    {
        _solution.Write("features/delivery.feature.yaml", TestSolution.Spec("delivery"));
        _solution.Write("src/Shop/More.cs", "// cart.A.2 delivery.A.1\n");
        Assert.HasCount(3, PushAndRead());
        _solution.Write("src/Shop/More.cs", "// delivery.A.1\n");
        CollectionAssert.AreEqual(new[] { "cart.A.1", "delivery.A.1" }, PushAndRead());
        _solution.Write("src/Shop/More.cs", "\n");
        CollectionAssert.AreEqual(new[] { "cart.A.1" }, PushAndRead());
    }

    [TestMethod]
    [TestCategory("build.RUN.2")]
    [TestCategory("build.RUN.4")]
    public void Six_parallel_projects_end_with_the_union_twenty_times()
    {
        const int Projects = 6;
        string[] paths = [.. Enumerable.Range(1, Projects).Select(static number => $"src/P{number}.Tests/P{number}.Tests.csproj")];
        foreach (var path in paths)
        {
            _solution.AddProject(path);
        }

        _solution.AddSolution(paths);
        _solution.Write("src/Shop/Cart.cs", "");
        for (var round = 1; round <= 20; round++)
        {
            for (var number = 1; number <= Projects; number++)
            {
                _solution.Write($"src/P{number}.Tests/Tests.cs", TestSources.WithTag($"\"cart\" + \".A.{round}-{number}\""));
            }

            _solution.Commit();
            var build = _solution.Build("All.slnx", "-m:4").Succeeded();
            string[] expected = [.. Enumerable.Range(1, Projects).Select(number => $"cart.A.{round}-{number}")];
            CollectionAssert.AreEqual(expected, References(), $"round {round}:\n{build.Output}");
            CollectionAssert.AreEquivalent(
                expected, build.Warnings.Select(static warning => warning.Split("SPUSH2010: ")[1].Split(' ')[0]).ToArray(), $"round {round}:\n{build.Output}");
        }
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.11")]
    [TestCategory("push-planning.OVERRIDE.1")]
    public void A_test_that_was_pulled_but_not_built_stays_on_the_server()
    {
        const string Tests = "src/Shop.Tests/Shop.Tests.csproj";
        // Without the commit in the assembly, a new commit does not compile it again.
        _solution.AddProject(Tests, """
            <PropertyGroup><IncludeSourceRevisionInInformationalVersion>false</IncludeSourceRevisionInInformationalVersion><EnableSourceLink>false</EnableSourceLink></PropertyGroup>
            <ItemGroup><Compile Remove="Old.cs" /></ItemGroup>
            """);
        _solution.Write("src/Shop.Tests/Tests.cs", TestSources.WithTag("\"cart\" + \".A.2\""));
        CollectionAssert.AreEqual(new[] { "cart.A.1", "cart.A.2" }, PushAndRead(Tests));

        using var before = new TemporaryFolder();
        CopyFiles(_solution.StatePath, before.Path);
        _solution.Write("src/Shop.Tests/Pulled.cs", """
            public sealed class Pulled
            {
                [Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod]
                [Microsoft.VisualStudio.TestTools.UnitTesting.TestCategory("cart" + ".A.3")]
                public void Works() => System.Console.WriteLine();
            }
            """);
        CollectionAssert.AreEqual(new[] { "cart.A.1", "cart.A.2", "cart.A.3" }, PushAndRead(Tests));

        // As on a machine that did not build this, but has pulled it.
        CopyFiles(before.Path, _solution.StatePath);
        _solution.Write("src/Shop/More.cs", "// cart.A.2\n");
        CollectionAssert.AreEqual(new[] { "cart.A.1", "cart.A.2", "cart.A.3" }, PushAndRead(Project));

        // A file that is not compiled is known after a build, even if there was nothing to compile.
        PushAndRead(Tests);
        _solution.Write("src/Shop.Tests/Old.cs", "// nothing");
        _solution.Write("src/Shop/Cart.cs", "// nothing");
        CollectionAssert.AreEqual(new[] { "cart.A.2", "cart.A.3" }, PushAndRead(Tests));
    }

    [TestMethod]
    [TestCategory("build.RUN.7")]
    public void A_refused_spec_does_not_prevent_the_push_of_references_from_a_fresh_clone()
    {
        string[] paths = [.. Enumerable.Range(1, 3).Select(static number => $"src/P{number}.Tests/P{number}.Tests.csproj")];
        foreach (var (index, path) in paths.Index())
        {
            _solution.AddProject(path);
            _solution.Write($"src/P{index + 1}.Tests/Tests.cs", TestSources.WithTag($"\"cart\" + \".A.{index + 1}\""));
        }

        _solution.AddSolution(paths);
        _solution.Write("src/Shop/Cart.cs", "");
        _solution.Write("features/huge.feature.yaml", TestSolution.Spec("huge", 120));
        _solution.Commit();
        var build = _solution.Build("All.slnx", "-m:1").Succeeded();
        CollectionAssert.AreEqual(new[] { "cart.A.1", "cart.A.2", "cart.A.3" }, References(), build.Output);
        StringAssert.Contains(build.Warnings.Single(static warning => warning.Contains("SPUSH40", StringComparison.Ordinal)), "huge.feature.yaml");
    }

    private string[] PushAndRead(string project = Project)
    {
        _solution.Commit();
        _solution.Build(project).Succeeded();
        return References();
    }

    private static void CopyFiles(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    private string[] References() =>
    [
        .. _server.ContentsAsync().Result.GetProperty("branches").EnumerateArray().Single().GetProperty("references").EnumerateObject()
            .Where(static list => list.Value.GetArrayLength() > 0)
            .Select(static list => list.Name)
            .Order(StringComparer.Ordinal),
    ];
}

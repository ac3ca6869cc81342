using SpecPush.Tool.Tests.Infrastructure;

namespace SpecPush.Tool.Tests;

/// <summary>Setting up repositories with specpush init.</summary>
[TestClass]
public sealed class InitTests : IDisposable
{
    private const string Schema = "# yaml-language-server: $schema=https://raw.githubusercontent.com/specpush/specpush/main/schemas/feature.schema.json";

    private readonly ToolRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("tool.INIT.1")]
    [TestCategory("tool.INIT.3")]
    [TestCategory("tool.INIT.5")]
    public void It_shows_what_it_would_add_and_adds_only_that_if_the_user_agrees()
    {
        var shown = _repository.Run("init", "--dry-run").Succeeded();
        CollectionAssert.Contains(shown.Lines, $"+ {Schema}");
        CollectionAssert.Contains(shown.Lines, "+ - uses: specpush/specpush@v0".Replace("+ ", "+       ", StringComparison.Ordinal));
        Assert.IsFalse(shown.Output.Contains("Directory.", StringComparison.Ordinal), "a repository without .NET needs no package");
        var unanswered = _repository.Run("init");
        Assert.AreEqual(2, unanswered.ExitCode);
        Assert.AreEqual("", _repository.Git("status", "--porcelain"));
        _repository.RunInTerminal("n\n", "init").Succeeded();
        Assert.AreEqual("", _repository.Git("status", "--porcelain"));

        _repository.RunInTerminal("y\n", "init").Succeeded();
        Assert.AreEqual("M features/cart.feature.yaml\n?? .github/", _repository.Git("status", "--porcelain"));
        Assert.AreEqual($"{Schema}\n{ToolRepository.Spec}", _repository.Read("features/cart.feature.yaml"));
        CollectionAssert.Contains(_repository.Run("init").Succeeded().Said, "SpecPush: there is nothing to add");
    }

    [TestMethod]
    [TestCategory("tool.INIT.4")]
    public void Line_endings_marks_and_indentation_are_kept()
    {
        _repository.Write("src/A/A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        _repository.Write("All.slnx", "<Solution />");
        _repository.Write("Directory.Build.props", "\uFEFF<Project>\r\n\r\n\t<PropertyGroup>\r\n\t\t<A>b</A> <!-- </Project> -->\r\n\t</PropertyGroup>\r\n\r\n</Project>");
        _repository.Write("features/cart.feature.yaml", $"\uFEFF{ToolRepository.Spec.ReplaceLineEndings("\r\n")}");
        _repository.Run("init", "--yes").Succeeded();
        var reference = $"\t<ItemGroup>\r\n\t\t<PackageReference Include=\"SpecPush.MSBuild\" Version=\"{InstalledTool.Version}\" PrivateAssets=\"all\" />\r\n\t</ItemGroup>\r\n";
        Assert.AreEqual(
            $"\uFEFF<Project>\r\n\r\n\t<PropertyGroup>\r\n\t\t<A>b</A> <!-- </Project> -->\r\n\t</PropertyGroup>\r\n\r\n{reference}\r\n</Project>",
            Raw("Directory.Build.props"));
        Assert.AreEqual($"\uFEFF{Schema}\r\n{ToolRepository.Spec.ReplaceLineEndings("\r\n")}", Raw("features/cart.feature.yaml"));
        Assert.AreEqual(
            $"<Project>\n  <Import Project=\"Solution.targets\" Sdk=\"SpecPush.MSBuild\" Version=\"{InstalledTool.Version}\" Condition=\"'$(MSBuildIsRestoring)' != 'true'\" />\n</Project>\n",
            Raw("Directory.Solution.targets"));
    }

    [TestMethod]
    [TestCategory("tool.INIT.2")]
    public void Files_that_it_cannot_change_safely_are_not_changed_but_listed()
    {
        _repository.Write("src/A/A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        _repository.Write("Directory.Build.props", "<Project><PropertyGroup></Project>");
        File.WriteAllBytes(_repository.PathOf("features/old.feature.yaml"), [.. "feature: Gr"u8, 0xFC, .. "n\n"u8]);
        using var elsewhere = new TemporaryFolder();
        var link = Directory.CreateSymbolicLink(_repository.PathOf(".github"), elsewhere.Path);
        var init = _repository.Run("init", "--yes");
        Assert.AreEqual(1, init.ExitCode, init.Output);
        StringAssert.Contains(init.Output, "Directory.Build.props is not a file that MSBuild reads, and was left alone");
        StringAssert.Contains(init.Output, "features/old.feature.yaml is not a text file in UTF-8, and was left alone");
        StringAssert.Contains(init.Output, ".github/workflows/specs.yml is reached through a link and was left alone");
        Assert.AreEqual("<Project><PropertyGroup></Project>", _repository.Read("Directory.Build.props"));
        Assert.IsEmpty(Directory.EnumerateFileSystemEntries(elsewhere.Path));
        link.Delete();
    }

    [TestMethod]
    [TestCategory("tool.INIT.1")]
    public void Central_versions_and_nested_properties_get_the_package_where_every_project_sees_it()
    {
        _repository.Write("src/A/A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        _repository.Write("Directory.Packages.props", "<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n</Project>\n");
        StringAssert.Contains(_repository.Run("init", "--dry-run").Output, $"+     <GlobalPackageReference Include=\"SpecPush.MSBuild\" Version=\"{InstalledTool.Version}\" />");

        _repository.Write("Directory.Packages.props", "<Project />");
        _repository.Write("src/Directory.Build.props", "<Project />");
        _repository.Write("tests/Directory.Build.props", "<Project><Import Project=\"../Directory.Build.props\" /></Project>");
        _repository.Write("tests/T/T.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        var lines = _repository.Run("init", "--dry-run").Lines;
        Assert.IsTrue(lines.Any(static line => line.StartsWith("src/Directory.Build.props(", StringComparison.Ordinal)));
        Assert.IsTrue(lines.Any(static line => line.StartsWith("Directory.Build.props (new)", StringComparison.Ordinal)));
        Assert.IsFalse(lines.Any(static line => line.StartsWith("tests/Directory.Build.props", StringComparison.Ordinal)));
    }

    [TestMethod]
    [TestCategory("tool.INIT.6")]
    [TestCategory("build.SOLUTION.5")]
    public void After_init_the_first_build_of_a_fresh_clone_pushes_once()
    {
        using var server = new HostedServer();
        using var solution = new TestSolution($"<SpecPushApiUrl>{server.ApiUrl}</SpecPushApiUrl>");
        solution.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestoreAdditionalProjectSources>{PackedPackage.Feed}</RestoreAdditionalProjectSources>
                <SpecPushApiUrl>{server.ApiUrl}</SpecPushApiUrl>
                <SpecPushTimeout>300</SpecPushTimeout>
              </PropertyGroup>
            </Project>
            """);
        foreach (var number in (int[])[1, 2])
        {
            solution.AddProject($"src/P{number}.Tests/P{number}.Tests.csproj", references: "../Shop/Shop.csproj");
            solution.Write($"src/P{number}.Tests/Tests.cs", TestSources.WithTag($"\"cart\" + \".A.{number}\""));
        }

        solution.AddSolution("src/Shop/Shop.csproj", "src/P1.Tests/P1.Tests.csproj", "src/P2.Tests/P2.Tests.csproj");
        solution.Git("add", "-A");
        Command.Run(solution.Root, InstalledTool.Path, ["init", "--yes"]).Succeeded();
        solution.Commit();
        CollectionAssert.AreEqual(new[] { "SpecPush: shop → main: 1 spec created, 0 updated, 3 references" }, solution.Build("All.slnx").Succeeded().Said);
    }

    private string Raw(string path) => System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_repository.PathOf(path)));
}

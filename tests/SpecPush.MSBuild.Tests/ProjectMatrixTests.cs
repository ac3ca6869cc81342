using System.Xml.Linq;

namespace SpecPush.MSBuild.Tests;

/// <summary>Every kind of project and build: the package adds no warnings, and each state is pushed once.</summary>
[TestClass]
public sealed class ProjectMatrixTests : IAsyncDisposable
{
    private const string Shop = "src/Shop/Shop.csproj";
    private const string Restored = "--no-restore";

    private ScriptedServer _server = null!;
    private TestSolution _solution = null!;

    [TestInitialize]
    public async Task StartAsync()
    {
        _server = await ScriptedServer.StartAsync(Answer.Success());
        _solution = new TestSolution($"<SpecPushApiUrl>{_server.ApiUrl}</SpecPushApiUrl>");
    }

    public async ValueTask DisposeAsync()
    {
        _solution.Dispose();
        await _server.DisposeAsync();
    }

    [TestMethod]
    [TestCategory("projects.KINDS.1")]
    [TestCategory("projects.KINDS.2")]
    public void Every_kind_of_project_builds_without_a_warning_and_pushes()
    {
        (string Project, string Sdk, string Properties, string File, string Code)[] kinds =
        [
            ("Standard.csproj", "Microsoft.NET.Sdk", "<TargetFramework>netstandard2.0</TargetFramework>", "A.cs", "public class A { }"),
            ("Framework.csproj", "Microsoft.NET.Sdk", "<TargetFramework>net472</TargetFramework>", "A.cs", "public class A { }"),
            ("Sharp.fsproj", "Microsoft.NET.Sdk", "", "A.fs", "module A\nlet one = 1\n"),
            ("Basic.vbproj", "Microsoft.NET.Sdk", "", "A.vb", "Public Class A\nEnd Class\n"),
            ("Site.csproj", "Microsoft.NET.Sdk.Web", "", "Program.cs", "Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build().Run();\n"),
            ("Service.csproj", "Microsoft.NET.Sdk.Worker", "<OutputType>Exe</OutputType>", "Program.cs", "System.Console.WriteLine();\n"),
            ("Program.csproj", "Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>", "Program.cs", "System.Console.WriteLine();\n"),
        ];
        foreach (var (project, sdk, properties, file, code) in kinds)
        {
            var folder = $"src/{Path.GetFileNameWithoutExtension(project)}";
            var compile = project.EndsWith(".fsproj", StringComparison.Ordinal) ? "<ItemGroup><Compile Include=\"A.fs\" /></ItemGroup>" : "";
            _solution.Write($"{folder}/{project}", $"<Project Sdk=\"{sdk}\"><PropertyGroup>{properties}</PropertyGroup>{compile}</Project>");
            _solution.Write($"{folder}/{file}", code);
            PushesOnce(project, () => _solution.Build($"{folder}/{project}"));
        }
    }

    [TestMethod]
    [TestCategory("projects.BUILDS.1")]
    [TestCategory("projects.BUILDS.4")]
    public void Every_verb_pushes_a_new_state_once()
    {
        // Only projects with tests write a manifest.
        _solution.Write("src/Shop/Tests.cs", TestSources.WithTag("\"cart\" + \".A.2\""));
        PushesOnce("build", () => _solution.Build(Shop));
        PushesOnce("pack", () => _solution.Dotnet("pack", Shop, Restored));
        PushesOnce("publish", () => _solution.Dotnet("publish", Shop, Restored));
        Assert.AreEqual(3, _server.Requests.Count);
        Clean("publish without building", _solution.Dotnet("publish", Shop, "--no-build"));
        Clean("a build of nothing new", _solution.Build(Shop, Restored));
        Assert.IsNotEmpty(Manifests());
        Clean("clean", _solution.Dotnet("clean", Shop));
        Clean("clean of what was packed and published", _solution.Dotnet("clean", Shop, "-c", "Release"));
        Assert.AreEqual(3, _server.Requests.Count);
        Assert.IsEmpty(Manifests());

        string[] Manifests() => Directory.GetFiles(Path.Combine(_solution.StatePath, "manifests"), "*.json");
    }

    [TestMethod]
    [TestCategory("projects.KINDS.2")]
    [TestCategory("projects.BUILDS.1")]
    public void A_test_project_on_the_testing_platform_is_built_tested_and_pushed()
    {
        _solution.Write("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        _solution.Write("src/Shop.Tests/Shop.Tests.csproj", """<Project Sdk="MSTest.Sdk/4.5.2" />""");
        _solution.Write("src/Shop.Tests/Tests.cs", TestSources.ForMSTest("cart.A.2"));
        _solution.Commit();
        var test = _solution.Dotnet("test", "--project", "src/Shop.Tests/Shop.Tests.csproj");
        Assert.AreEqual(0, test.ExitCode, test.Output);
        var places = _server.Requests.Single().Json.GetProperty("references").GetProperty("data").GetProperty("cart.A.2");
        Assert.AreEqual("""[{"path":"src/Shop.Tests/Tests.cs:12","is_test":true}]""", places.GetRawText());
    }

    [TestMethod]
    [TestCategory("projects.BUILDS.2")]
    public void Every_kind_of_solution_and_logger_pushes()
    {
        _solution.AddProject("src/Web/Web.csproj", "", "../Shop/Shop.csproj");
        _solution.Write("src/Web/Page.cs", "public sealed class Page { }");
        _solution.AddSolution(Shop, "src/Web/Web.csproj");
        _solution.Dotnet("new", "sln", "-n", "Old", "--format", "sln").Succeeded();
        _solution.Dotnet("sln", "Old.sln", "add", Shop, "src/Web/Web.csproj").Succeeded();
        _solution.Write("Part.slnf", """{ "solution": { "path": "Old.sln", "projects": [ "src\\Shop\\Shop.csproj" ] } }""");
        _solution.KeepsNodes = false;
        PushesOnce(".slnx", () => _solution.Build("All.slnx", "-m:2"));
        PushesOnce(".sln", () => _solution.Build("Old.sln", Restored, "-m:2"));
        PushesOnce(".slnf", () => _solution.Build("Part.slnf", Restored));
        PushesOnce("-mt", () => _solution.Build("All.slnx", "-mt", "-m:2"));
        PushesOnce("terminal logger", () => _solution.Build("All.slnx", "-tl:on"));
        _solution.KeepsNodes = true;
        PushesOnce("a node that stays", () => _solution.Build("All.slnx", "-m:2"));
        PushesOnce("the node again", () => _solution.Build("All.slnx", "-m:2"));
    }

    [TestMethod]
    [TestCategory("projects.BUILDS.3")]
    public void A_reference_to_a_project_of_several_targets_pushes_once()
    {
        _solution.AddProject(Shop, "<PropertyGroup><LangVersion>latest</LangVersion><TargetFramework /><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup>");
        _solution.AddProject("src/Web/Web.csproj", "", "../Shop/Shop.csproj");
        _solution.Write("src/Web/Page.cs", "public sealed class Page { }");
        PushesOnce("through a reference", () => _solution.Build("src/Web/Web.csproj"));
        PushesOnce("all targets", () => _solution.Build(Shop, Restored));
        PushesOnce("one target", () => _solution.Build(Shop, "-f", "net10.0"));
    }

    [TestMethod]
    [TestCategory("projects.SETUPS.1")]
    public void Central_versions_lock_files_artifacts_and_CI_builds_work_without_changes()
    {
        var properties = XDocument.Parse(File.ReadAllText(Path.Combine(_solution.Root, "Directory.Build.props")));
        properties.Descendants("ItemGroup").Remove();
        properties.Root!.Element("PropertyGroup")!.Add(
            new XElement("UseArtifactsOutput", "true"), new XElement("RestorePackagesWithLockFile", "true"), new XElement("ContinuousIntegrationBuild", "true"),
            new XElement("TreatWarningsAsErrors", "true"), new XElement("MSBuildTreatWarningsAsErrors", "true"));
        _solution.Write("Directory.Build.props", properties.ToString());
        _solution.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="SpecPush.MSBuild" Version="{PackedPackage.Version}" /></ItemGroup>
            </Project>
            """);
        _solution.Write(".gitignore", "bin/\nobj/\nartifacts/\n");
        PushesOnce("all of them", () => _solution.Build(Shop));
        Assert.IsTrue(File.Exists(Path.Combine(_solution.Root, "src/Shop/packages.lock.json")));
        _solution.Commit();
        Clean("locked", _solution.Build(Shop, "-p:RestoreLockedMode=true"));
    }

    [TestMethod]
    [TestCategory("projects.SETUPS.2")]
    public void If_warnings_are_errors_a_clean_repository_builds_and_codes_can_be_errors_individually()
    {
        _solution.Write("src/Shop/Old.cs", "// cart.A.9\n");
        _solution.Commit();
        StringAssert.Contains(_solution.Build(Shop).Succeeded().Warnings.Single(), "warning SPUSH2010");
        _solution.Build(Shop, "-p:TreatWarningsAsErrors=true").Succeeded();
        StringAssert.Contains(_solution.Build(Shop, "-p:MSBuildTreatWarningsAsErrors=true").Errors.Single(), "error SPUSH2010");
        StringAssert.Contains(_solution.Build(Shop, "-p:WarningsAsErrors=SPUSH2010").Errors.Single(), "error SPUSH2010");
        Clean("NoWarn", _solution.Build(Shop, "-p:MSBuildTreatWarningsAsErrors=true", "-p:NoWarn=SPUSH2010"));
    }

    [TestMethod]
    [TestCategory("projects.SETUPS.3")]
    public void Every_property_that_the_documentation_names_reaches_the_task()
    {
        var targets = string.Concat(Directory.GetFiles(Path.Combine(SourceTree.Root, "src/SpecPush.MSBuild/build"), "*.targets").Select(File.ReadAllText));
        var documentation = SourceTree.Read("docs/settings.md");
        var properties = documentation.Split('\n').Where(static line => line.StartsWith("| `SpecPush", StringComparison.Ordinal))
            .SelectMany(static line => line.Split('|')[1].Split(',')).Select(static name => name.Trim(' ', '`')).ToArray();
        Assert.IsGreaterThan(25, properties.Length);
        foreach (var property in properties)
        {
            StringAssert.Contains(targets, $"$({property})");
        }
    }

    /// <summary>Commits, so that there is something new, and expects one push and no warning.</summary>
    private void PushesOnce(string name, Func<CommandResult> build)
    {
        _solution.Commit();
        var before = _server.Requests.Count;
        Clean(name, build());
        Assert.AreEqual(1, _server.Requests.Count - before, name);
    }

    private static void Clean(string name, CommandResult result)
    {
        Assert.AreEqual(0, result.ExitCode, $"{name}:\n{result.Output}");
        Assert.IsEmpty(result.Warnings, $"{name}:\n{result.Output}");
    }
}

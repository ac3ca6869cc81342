namespace SpecPush.MSBuild.Tests;

[TestClass]
public sealed class AcidConstantsTests
{
    private const string Project = "src/Shop/Shop.csproj";
    private const string Generated = "src/Shop/obj/Debug/net10.0/SpecPush.Acids.g.cs";
    private const string Assembly = "src/Shop/obj/Debug/net10.0/Shop.dll";
    private const string Properties = """
        <SpecPushMode>Check</SpecPushMode>
        <SpecPushAcidConstants>true</SpecPushAcidConstants>
        <SpecPushAcidAttribute>true</SpecPushAcidAttribute>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <NuGetAudit>false</NuGetAudit>
        """;

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.6")]
    [TestCategory("acid-constants.BUILD.1")]
    [TestCategory("acid-constants.BUILD.2")]
    [TestCategory("acid-constants.BUILD.3")]
    [TestCategory("acid-constants.BUILD.8")]
    public void A_requirement_that_is_removed_breaks_the_compilation_of_what_named_it()
    {
        using var solution = Solution("<SpecPushMode>Off</SpecPushMode>");
        solution.Build(Project).Succeeded();
        var compiled = Stamp(solution, Assembly);
        solution.Write("README.md", "Nothing that is compiled.");
        solution.Build(Project).Succeeded();
        Assert.AreEqual(compiled, Stamp(solution, Assembly));

        solution.Write("features/cart.feature.yaml", TestSolution.Spec("cart", requirements: 2));
        var generated = Stamp(solution, Generated);
        var seen = Command.Run(solution.Root, "dotnet", ["msbuild", Project, "-t:Compile", "-getItem:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true"]).Succeeded();
        StringAssert.Contains(seen.Output, "SpecPush.Acids.g.cs");
        StringAssert.Contains(seen.Output, "SpecPush.AcidAttribute.g.cs");
        Assert.AreEqual(generated, Stamp(solution, Generated));

        var broken = solution.Build(Project);
        Assert.AreEqual(1, broken.ExitCode);
        StringAssert.Contains(broken.Errors.Single(), "Cart.cs(6,32): error CS0117: 'Acids.Cart' does not contain a definition for 'A_3'");

        Command.Run(solution.Root, "dotnet", ["clean", Project]).Succeeded();
        Assert.IsEmpty(Directory.GetFiles(solution.Root, "SpecPush.*.cs", SearchOption.AllDirectories));
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.7")]
    public void An_invalid_spec_is_said_once_and_the_others_have_their_constants()
    {
        using var solution = Solution("<SpecPushMode>Auto</SpecPushMode>");
        solution.Write("features/broken.feature.yaml", "feature:\n  name: broken\n");
        var result = solution.Build(Project).Succeeded();
        StringAssert.Contains(result.Warnings.Single(), "broken.feature.yaml(2,3): warning SPUSH1005: ");
        CollectionAssert.Contains(result.Said, "SpecPush: there are no constants for features/broken.feature.yaml, which is not valid");
    }

    [TestMethod]
    [TestCategory("acid-constants.BUILD.4")]
    [TestCategory("acid-constants.BUILD.6")]
    [DataRow("disable", "")]
    [DataRow("enable", "8.0")]
    public void Old_languages_and_frameworks_compile_what_is_generated(string nullable, string language)
    {
        using var solution = Solution("<UseArtifactsOutput>true</UseArtifactsOutput><ArtifactsPath>$(MSBuildThisFileDirectory)out put</ArtifactsPath>");
        var content = $"""
            <PropertyGroup>
              <LangVersion>{(language.Length == 0 ? "7.3" : language)}</LangVersion>
              <Nullable>{nullable}</Nullable>
              <TargetFramework />
              <TargetFrameworks>net472;netstandard2.0;net10.0</TargetFrameworks>
              <GenerateDocumentationFile>true</GenerateDocumentationFile>
              <AnalysisMode>All</AnalysisMode>
              <NoWarn>CS1591;CA1812;CA1515;CA1823;CA1014</NoWarn>
            </PropertyGroup>
            """;
        string[] projects = ["src/A/A.csproj", "src/B/B.csproj"];
        foreach (var project in projects)
        {
            solution.AddProject(project, content);
            solution.Write(Path.ChangeExtension(project, ".cs"), "[SpecPush.Acid(SpecPush.Acids.Cart.A_1)]\ninternal sealed class Test\n{\n}\n");
        }

        solution.AddSolution(projects);
        solution.Build("All.slnx", "-m:2").Succeeded();
        Assert.HasCount(6, Directory.GetFiles(Path.Combine(solution.Root, "out put", "obj"), "SpecPush.Acids.g.cs", SearchOption.AllDirectories));
        Assert.IsEmpty(Directory.GetFiles(Path.Combine(solution.Root, "src"), "SpecPush.*", SearchOption.AllDirectories));
    }

    [TestMethod]
    [TestCategory("acid-constants.BUILD.5")]
    public void Projects_in_other_languages_build_as_ever()
    {
        using var solution = Solution();
        solution.AddProject("src/Basic/Basic.vbproj");
        solution.Write("src/Basic/Module.vb", "Public Module M\nEnd Module\n");
        solution.AddProject("src/Sharp/Sharp.fsproj", "<ItemGroup><Compile Include=\"M.fs\" /></ItemGroup>");
        solution.Write("src/Sharp/M.fs", "module M\nlet one = 1\n");
        solution.AddSolution("src/Basic/Basic.vbproj", "src/Sharp/Sharp.fsproj");
        Assert.IsEmpty(solution.Build("All.slnx").Succeeded().Warnings);
        Assert.IsEmpty(Directory.GetFiles(Path.Combine(solution.Root, "src"), "SpecPush.*.cs", SearchOption.AllDirectories));
    }

    [TestMethod]
    [TestCategory("acid-constants.BUILD.7")]
    [TestCategory("acid-constants.BUILD.9")]
    public void Assemblies_that_show_each_other_their_internals_have_their_own_and_need_no_using()
    {
        using var solution = Solution("<ImplicitUsings>enable</ImplicitUsings>");
        solution.AddProject(Project, "<ItemGroup><InternalsVisibleTo Include=\"Shop.Tests\" /></ItemGroup>");
        solution.Write("src/Shop.Tests/CartTests.cs", "[Acid(Acids.Cart.A_1)]\npublic sealed class CartTests { public const string Acid = Acids.Cart.A_2; }\n");
        solution.AddProject("src/Shop.Tests/Shop.Tests.csproj", "", "../Shop/Shop.csproj");
        Assert.IsEmpty(solution.Build("src/Shop.Tests/Shop.Tests.csproj").Succeeded().Warnings);
    }

    [TestMethod]
    [TestCategory("build.TOO_OLD.1")]
    public void An_older_msbuild_says_why_there_are_no_constants()
    {
        using var solution = Solution();
        var result = solution.Build(Project, "-p:_SpecPushMSBuildVersion=17.14.0");
        Assert.AreEqual(1, result.ExitCode);
        StringAssert.Contains(result.Warnings.Single(), "warning SPUSH5020");
    }

    private static TestSolution Solution(string properties = "")
    {
        var solution = new TestSolution(Properties + properties);
        solution.Write("src/Shop/Cart.cs", "namespace Shop;\n\nusing SpecPush;\n\n[Acid(\n    Acids.Cart.A_1, Acids.Cart.A_3)]\npublic sealed class Cart;\n");
        return solution;
    }

    private static DateTime Stamp(TestSolution solution, string file) => File.GetLastWriteTimeUtc(Path.Combine(solution.Root, file));
}

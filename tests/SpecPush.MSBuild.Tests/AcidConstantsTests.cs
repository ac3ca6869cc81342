namespace SpecPush.MSBuild.Tests;

[TestClass]
public sealed class AcidConstantsTests
{
    private const string Project = "src/Shop/Shop.csproj";
    private const string Assembly = "src/Shop/obj/Debug/net10.0/Shop.dll";
    private const string Properties = """
        <SpecPushMode>Check</SpecPushMode>
        <SpecPushAcidConstants>true</SpecPushAcidConstants>
        <SpecPushAcidAttribute>true</SpecPushAcidAttribute>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        """;

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.6")]
    [TestCategory("acid-constants.BUILD.1")]
    [TestCategory("acid-constants.BUILD.8")]
    public void Code_that_names_a_removed_requirement_does_not_compile()
    {
        using var solution = Solution("<SpecPushMode>Off</SpecPushMode>");
        solution.Build(Project).Succeeded();
        var compiled = Stamp(solution, Assembly);
        solution.Write("README.md", "Nothing that is compiled.");
        solution.Build(Project).Succeeded();
        Assert.AreEqual(compiled, Stamp(solution, Assembly));

        solution.Write("features/cart.feature.yaml", TestSolution.Spec("cart", requirements: 2));
        var broken = solution.Build(Project);
        Assert.AreEqual(1, broken.ExitCode);
        StringAssert.Contains(broken.Errors.Single(), "Cart.cs(6,32): error CS0117: 'Acids.Cart' does not contain a definition for 'A_3'");
    }

    [TestMethod]
    [TestCategory("acid-constants.BUILD.3")]
    public void Clean_removes_what_was_copied_and_constants_leave_no_file()
    {
        using var solution = Solution("<SpecPushMode>Off</SpecPushMode>");
        solution.Build(Project).Succeeded();
        Assert.IsNotEmpty(Directory.GetFiles(solution.Root, "SpecPush.*.cs", SearchOption.AllDirectories));
        Assert.IsEmpty(Directory.GetFiles(solution.Root, "SpecPush.Acids*.cs", SearchOption.AllDirectories));
        solution.Dotnet("clean", Project).Succeeded();
        Assert.IsEmpty(Directory.GetFiles(solution.Root, "SpecPush.*.cs", SearchOption.AllDirectories));
    }

    [TestMethod]
    [TestCategory("acid-constants.BUILD.2")]
    public void A_design_time_build_has_the_constants_before_anything_is_built()
    {
        using var solution = Solution("<SpecPushEditor>false</SpecPushEditor>");
        solution.Dotnet("restore", Project).Succeeded();
        var seen = solution.Dotnet("build", Project, "--no-restore", "-p:DesignTimeBuild=true").Succeeded();
        Assert.IsEmpty(seen.Warnings);
        Assert.IsTrue(File.Exists(Path.Combine(solution.Root, Assembly)));

        solution.Write("features/cart.feature.yaml", TestSolution.Spec("cart", requirements: 2));
        StringAssert.Contains(solution.Dotnet("build", Project, "--no-restore", "-tl:off", "-p:DesignTimeBuild=true").Errors.Single(), "error CS0117");
    }

    [TestMethod]
    [TestCategory("acid-constants.BUILD.1")]
    [TestCategory("acid-constants.BUILD.11")]
    public void As_files_they_are_compiled_once_and_follow_the_specs()
    {
        using var solution = Solution("<SpecPushAcidConstantsFiles>true</SpecPushAcidConstantsFiles>");
        solution.Write("features/pay.feature.yaml", TestSolution.Spec("pay"));
        solution.Build(Project).Succeeded();
        Assert.HasCount(3, Directory.GetFiles(Path.Combine(solution.Root, "src/Shop/obj"), "SpecPush.Acids*.cs", SearchOption.AllDirectories));
        var compiled = Stamp(solution, Assembly);
        solution.Build(Project).Succeeded();
        Assert.AreEqual(compiled, Stamp(solution, Assembly));
        File.Delete(Path.Combine(solution.Root, "features/pay.feature.yaml"));
        solution.Build(Project).Succeeded();
        Assert.HasCount(2, Directory.GetFiles(Path.Combine(solution.Root, "src/Shop/obj"), "SpecPush.Acids*.cs", SearchOption.AllDirectories));
        solution.Write("features/cart.feature.yaml", TestSolution.Spec("cart", requirements: 2));
        StringAssert.Contains(solution.Build(Project).Errors.Single(), "error CS0117");
    }

    [TestMethod]
    [TestCategory("acid-constants.BUILD.10")]
    public void A_removed_spec_loses_its_constants()
    {
        using var solution = Solution();
        solution.Write("features/pay.feature.yaml", TestSolution.Spec("pay"));
        solution.Write("src/Shop/Pay.cs", "internal static class Pay { public const string Acid = SpecPush.Acids.Pay.A_1; }");
        solution.Build(Project).Succeeded();
        StringAssert.Contains(solution.Build(Project, "-p:SpecPushSpecs=features/cart*").Errors.Single(), "'Acids' does not contain a definition for 'Pay'");
        solution.Build(Project).Succeeded();
        File.Delete(Path.Combine(solution.Root, "features/pay.feature.yaml"));
        StringAssert.Contains(solution.Build(Project).Errors.Single(), "'Acids' does not contain a definition for 'Pay'");
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.1")]
    [TestCategory("settings.VALUES.9")]
    [DataRow(".git", "", "src/Shop/features/*.yaml", "src/Shop/features")]
    [DataRow(".git", "", "", "features")]
    [DataRow("src/.git", "", "", "src/features")]
    [DataRow("src/.git", "area", "{a,b}/**/c*.{yml,yaml};!b/**", "src/area/a/deep")]
    [DataRow(".git/HEAD", " ./area/ ", "\n  b/*.yaml\n  a/*.yaml\n", "area/a")]
    [DataRow("README.md", "", "", "src/Shop/features")]
    [DataRow(".git", "", "\n  a/;\n  specs// ;!specs/old/", "specs/deep")]
    [DataRow(".git", "src", " {a,b}/**.yaml", "src/b/deep")]
    [DataRow(".git", "", "**.feature.yaml", "specs/deep")]
    public void Specs_are_found_where_the_repository_begins(string marker, string scope, string specs, string folder)
    {
        using var solution = Solution($"<SpecPushMode>Off</SpecPushMode><SpecPushScope>{scope}</SpecPushScope><SpecPushSpecs>{specs}</SpecPushSpecs>");
        Directory.Delete(Path.Combine(solution.Root, ".git"), recursive: true);
        solution.Write(marker, marker.EndsWith("HEAD", StringComparison.Ordinal) ? "ref: refs/heads/main\n" : "gitdir: elsewhere");
        File.Delete(Path.Combine(solution.Root, "features/cart.feature.yaml"));
        solution.Write($"{folder}/cart.feature.yaml", TestSolution.Spec("cart"));
        solution.Build(Project).Succeeded();
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.7")]
    public void An_invalid_spec_is_reported_once_and_the_others_have_their_constants()
    {
        using var solution = Solution("<SpecPushMode>Auto</SpecPushMode>");
        solution.Write("features/broken.feature.yaml", "feature:\n  name: broken\n");
        var result = solution.Build(Project).Succeeded();
        StringAssert.Contains(result.Warnings.Single(), "broken.feature.yaml(2,3): warning SPUSH1005: ");
        solution.Write("src/Shop/Broken.cs", "internal static class Broken { public const string Acid = SpecPush.Acids.Broken.A_1; }");
        StringAssert.Contains(
            solution.Build(Project).Errors.Single(static error => error.Contains("CS0619", StringComparison.Ordinal)),
            "features/broken.feature.yaml is not valid, so it has no constants. Line 2: The feature has no product");
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
        Assert.HasCount(6, Directory.GetFiles(Path.Combine(solution.Root, "out put", "obj"), "SpecPush.AcidAttribute.g.cs", SearchOption.AllDirectories));
        Assert.IsEmpty(Directory.GetFiles(Path.Combine(solution.Root, "src"), "SpecPush.*", SearchOption.AllDirectories));
    }

    [TestMethod]
    [TestCategory("acid-constants.BUILD.5")]
    public void Projects_in_other_languages_are_not_affected()
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
    public void Assemblies_with_InternalsVisibleTo_have_their_own_types_and_need_no_using()
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

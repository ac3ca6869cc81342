namespace SpecPush.MSBuild.Tests;

/// <summary>The analyzer in the packed package, loaded as by editors and builds.</summary>
[TestClass]
public sealed class EditorTests
{
    private const string Project = "src/Shop/Shop.csproj";
    private const string Assembly = "src/Shop/obj/Debug/net10.0/Shop.dll";
    private const string Code = "src/Shop/Cart.cs";
    private const string Wrong = "namespace Shop;\n\n// cart.A.9, cart.A\npublic sealed class Cart { public const string Acid = \"cart.A.8\"; }\n";

    [TestMethod]
    [TestCategory("editor.CHECK.1")]
    [TestCategory("editor.CHECK.7")]
    public void An_editor_and_a_build_report_the_same_and_the_build_reports_it_once()
    {
        using var solution = Solution();
        var built = solution.Build(Project).Succeeded().Warnings;
        Assert.HasCount(2, built);
        var edited = Edit(solution).Succeeded().Warnings;
        CollectionAssert.AreEquivalent(built.Select(Said).ToArray(), edited.Select(Said).ToArray());
        StringAssert.Contains(edited[0], "Cart.cs(3,4): warning SPUSH2010: cart.A.9 is not a requirement of cart; did you mean cart.A.1?");
    }

    [TestMethod]
    [TestCategory("editor.CHECK.6")]
    public void The_projects_severities_apply_to_editor_and_build()
    {
        using var solution = Solution("<NoWarn>$(NoWarn);SPUSH2010</NoWarn>");
        Assert.IsEmpty(solution.Build(Project).Succeeded().Warnings);
        Assert.IsEmpty(Edit(solution).Succeeded().Warnings);
        Assert.HasCount(2, solution.Build(Project, "-p:NoWarn=", "-p:WarningsAsErrors=SPUSH2010").Errors);
        Assert.HasCount(2, Edit(solution, "-p:NoWarn=", "-p:WarningsAsErrors=SPUSH2010").Errors);
    }

    [TestMethod]
    [TestCategory("editor.CHECK.9")]
    public void A_build_without_constants_does_not_recompile_after_a_change_of_a_spec()
    {
        using var solution = Solution();
        solution.Build(Project).Succeeded();
        var compiled = File.GetLastWriteTimeUtc(Path.Combine(solution.Root, Assembly));
        solution.Write("features/cart.feature.yaml", TestSolution.Spec("cart", requirements: 7));
        solution.Dotnet("msbuild", Project, "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true").Succeeded();
        var again = solution.Build(Project).Succeeded();
        Assert.AreEqual(compiled, File.GetLastWriteTimeUtc(Path.Combine(solution.Root, Assembly)));
        StringAssert.Contains(again.Warnings[0], "did you mean cart.A.1?");
    }

    [TestMethod]
    [TestCategory("editor.CHECK.7")]
    [TestCategory("editor.CHECK.8")]
    [TestCategory("editor.CHECK.9")]
    public void Only_editors_and_builds_with_constants_load_the_analyzer()
    {
        using var solution = Solution();
        solution.Dotnet("restore", Project).Succeeded();
        foreach (var (property, analyzers) in new[] { ("-p:Nothing=", 0), ("-p:DesignTimeBuild=true", 4), ("-p:SpecPushAcidConstants=true", 4), ("-p:DesignTimeBuild=true;SpecPushEditor=false", 0) })
        {
            var listed = solution.Dotnet("msbuild", Project, "-t:Compile", "-getItem:Analyzer", property, "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true").Succeeded();
            Assert.HasCount(analyzers, listed.Lines.Where(static line => line.StartsWith("\"Identity\"", StringComparison.Ordinal) && line.Contains("specpush.msbuild", StringComparison.Ordinal)).ToArray(), property);
        }
    }

    [TestMethod]
    [TestCategory("editor.FIX.3")]
    [TestCategory("editor.FIX.4")]
    [TestCategory("editor.FIX.5")]
    public void Dotnet_format_replaces_what_is_deprecated_and_keeps_what_is_unknown()
    {
        using var solution = Solution();
        solution.Write("features/pay.feature.yaml", "feature:\n  name: pay\n  product: shop\ncomponents:\n  A:\n    1: It works\n    2:\n      requirement: Old\n      deprecated: true\n      replaced_by: pay.A.1\n");
        solution.Write("src/Shop/Pay.cs", "namespace Shop;\n\n/// <summary>Größe: pay.A.2, pay.A.77</summary>\npublic sealed class Pay;\n");
        solution.Dotnet("restore", Project).Succeeded();
        solution.Dotnet("format", "analyzers", Project, "--no-restore", "--diagnostics", "SPUSH2010", "SPUSH2011").Succeeded();
        Assert.AreEqual(Wrong, Read(solution, Code));
        Assert.AreEqual("namespace Shop;\n\n/// <summary>Größe: pay.A.1, pay.A.77</summary>\npublic sealed class Pay;\n", Read(solution, "src/Shop/Pay.cs"));
    }

    [TestMethod]
    [TestCategory("editor.CHECK.7")]
    public void A_finding_in_a_file_that_several_projects_compile_is_shown_once()
    {
        using var solution = Solution();
        solution.AddProject("src/Other/Other.csproj", "<PropertyGroup><TargetFramework /><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion></PropertyGroup><ItemGroup><Compile Include=\"../Shop/Cart.cs\" /></ItemGroup>");
        solution.Write("scripts/run.sh", "# cart.A.5\n");
        solution.AddSolution(Project, "src/Other/Other.csproj");
        var said = solution.Build("All.slnx", "-p:SpecPushAcidConstants=true").Succeeded().Warnings;
        Assert.HasCount(3, said);
    }

    private static TestSolution Solution(string properties = "")
    {
        var solution = new TestSolution("<SpecPushMode>Check</SpecPushMode>" + properties);
        solution.Write(Code, Wrong);
        return solution;
    }

    // As Visual Studio, C# Dev Kit and dotnet format load a project, but the compiler runs.
    private static CommandResult Edit(TestSolution solution, params string[] arguments) => solution.Build(Project, ["--no-incremental", "-p:DesignTimeBuild=true", .. arguments]);

    // Only file, line, code and message, because the compiler also has a column and adds a link.
    private static string Said(string line)
    {
        var place = line[..line.IndexOf('(', StringComparison.Ordinal)];
        var number = line[(place.Length + 1)..].Split(',', ')')[0];
        return $"{place}:{number}{line[line.IndexOf(": warning", StringComparison.Ordinal)..line.IndexOf(" Correct the reference", StringComparison.Ordinal)]}";
    }

    private static string Read(TestSolution solution, string path) => File.ReadAllText(Path.Combine(solution.Root, path));
}

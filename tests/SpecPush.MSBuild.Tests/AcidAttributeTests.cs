using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpecPush.MSBuild.Tests;

[TestClass]
public sealed partial class AcidAttributeTests
{
    private const string Executable = "<OutputType>Exe</OutputType>";
    private const string MSTestExecutable = Executable + "<EnableMSTestRunner>true</EnableMSTestRunner>";
    private const string NUnitExecutable = Executable + "<EnableNUnitRunner>true</EnableNUnitRunner>";
    private const string MSTestTest = "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod";
    private const string MSTestClass = "[Microsoft.VisualStudio.TestTools.UnitTesting.TestClass] ";

    private static readonly Framework[] Frameworks =
    [
        new("MSTest3", MSTestTest, MSTestExecutable, ["MSTest.TestFramework/3.11.1", "MSTest.TestAdapter/3.11.1"], ["--filter", "TestCategory=cart.A.2"]) { OnClass = MSTestClass },
        new("MSTest4", MSTestTest, MSTestExecutable, ["MSTest.TestFramework/4.5.2", "MSTest.TestAdapter/4.5.2"], ["--filter", "TestCategory=cart.A.2"]) { OnClass = MSTestClass },
        new("XunitV2", "Xunit.Fact", "", ["xunit/2.9.3", "xunit.runner.visualstudio/3.1.5", "Microsoft.NET.Test.Sdk/18.0.1"], ["--TestCaseFilter:Acid=cart.A.2"]),
        new("XunitV3", "Xunit.Fact", Executable, ["xunit.v3/3.2.2"], ["-trait", "Acid=cart.A.2"]),
        new("XunitV4", "Xunit.Fact", Executable, ["xunit.v3/4.0.2"], ["-trait", "Acid=cart.A.2"]),
        new("NUnit3", "NUnit.Framework.Test", NUnitExecutable, ["NUnit/3.14.0", "NUnit3TestAdapter/5.2.0"], ["--filter", "Acid=cart.A.2"]),
        new("NUnit4", "NUnit.Framework.Test", NUnitExecutable, ["NUnit/4.6.1", "NUnit3TestAdapter/5.2.0"], ["--filter", "Acid=cart.A.2"]),
        new("NUnit5", "NUnit.Framework.Test", NUnitExecutable, ["NUnit/5.0.0", "NUnit3TestAdapter/5.2.0"], ["--filter", "Acid=cart.A.2"]),
        new("TUnitV1", "TUnit.Core.Test", Executable, ["TUnit/1.81.10"], ["--treenode-filter", "/*/*/*/*[Acid=cart.A.2]"]),
        new("Several", "Xunit.Fact, NUnit.Framework.Test", "", ["MSTest.TestFramework/4.5.2", "NUnit/4.6.1", "xunit.core/2.9.3"], []),
        new("None", "System.Obsolete", "", [], []),
    ];

    private static TestSolution _solution = null!;
    private static JsonElement _references;

    public static IEnumerable<object[]> Runnable => Frameworks.Where(static framework => framework.Filter.Length > 0).Select(static framework => new object[] { framework.Name });

    public static IEnumerable<object[]> Known => Frameworks.Where(static framework => framework.Name != "None").Select(static framework => new object[] { framework.Name });

    [ClassInitialize]
    public static async Task BuildAsync(TestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        _solution = new TestSolution($"""
            <SpecPushApiUrl>{server.ApiUrl}</SpecPushApiUrl>
            <SpecPushAcidAttribute>true</SpecPushAcidAttribute>
            <SpecPushAcidConstants>true</SpecPushAcidConstants>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            """);
        foreach (var framework in Frameworks)
        {
            _solution.AddProject(framework.Project, framework.ProjectContent);
            _solution.Write($"tests/{framework.Name}/CartTests.cs", framework.Source);
        }

        _solution.AddSolution([.. Frameworks.Select(static framework => framework.Project)]);
        _solution.Commit();
        _solution.Build("All.slnx").Succeeded();
        _references = server.Requests.Last().Json.GetProperty("references").GetProperty("data").Clone();
    }

    [ClassCleanup]
    public static void Clean() => _solution.Dispose();

    [TestMethod]
    [DynamicData(nameof(Runnable))]
    [TestCategory("acid-constants.ATTRIBUTE.1")]
    [TestCategory("acid-constants.ATTRIBUTE.2")]
    [TestCategory("acid-constants.ATTRIBUTE.3")]
    [TestCategory("acid-constants.ATTRIBUTE.4")]
    [TestCategory("acid-constants.ATTRIBUTE.5")]
    public void A_framework_can_run_only_the_tests_with_an_acid(string name)
    {
        var framework = Frameworks.Single(framework => framework.Name == name);
        var assembly = Path.Combine(_solution.Root, "tests", name, "bin", "Debug", "net10.0", name + ".dll");
        string[] run = framework.Properties.Length == 0 ? ["vstest", assembly, .. framework.Filter] : [assembly, .. framework.Filter];
        var result = Command.Run(_solution.Root, "dotnet", run).Succeeded();
        Assert.AreEqual("1", Total().Match(result.Output).Groups[1].Value, result.Output);
    }

    [TestMethod]
    [DynamicData(nameof(Known))]
    [TestCategory("acid-constants.ATTRIBUTE.6")]
    [TestCategory("acid-constants.ATTRIBUTE.7")]
    public void The_acids_become_references_of_the_test(string name)
    {
        foreach (var acid in new[] { "cart.A.1", "cart.A.2", "cart.A.3" })
        {
            var reference = _references.GetProperty(acid).EnumerateArray()
                .Single(reference => reference.GetProperty("path").GetString()!.StartsWith($"tests/{name}/CartTests.cs:", StringComparison.Ordinal));
            Assert.IsTrue(reference.GetProperty("is_test").GetBoolean());
        }
    }

    [TestMethod]
    [TestCategory("acid-constants.ATTRIBUTE.6")]
    public void A_project_without_a_framework_has_a_plain_attribute()
    {
        var parts = Directory.GetFiles(Path.Combine(_solution.Root, "tests", "None", "obj", "Debug", "net10.0"), "SpecPush.AcidAttribute*").Select(Path.GetFileName);
        CollectionAssert.AreEquivalent(new[] { "SpecPush.AcidAttribute.g.cs", "SpecPush.AcidAttribute.Plain.g.cs" }, parts.ToArray());
    }

    [GeneratedRegex(@"\btotal:\s+(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    /// <param name="Name">The project's name.</param>
    /// <param name="Test">The attributes that make a method a test.</param>
    /// <param name="Properties">The properties that make the project an executable; without them, VSTest runs it.</param>
    /// <param name="Packages">Name and version.</param>
    /// <param name="Filter">The arguments that run only the tests of one ACID.</param>
    private sealed record Framework(string Name, string Test, string Properties, string[] Packages, string[] Filter)
    {
        public string OnClass { get; init; } = "";

        public string Project => $"tests/{Name}/{Name}.csproj";

        public string ProjectContent =>
            $"<PropertyGroup>{Properties}</PropertyGroup><ItemGroup>{string.Concat(Packages.Select(static package => $"<PackageReference Include=\"{package.Split('/')[0]}\" Version=\"{package.Split('/')[1]}\" />"))}</ItemGroup>";

        // The text contains no ACID, so every reference must come from the assembly.
        public string Source => $$"""
            using SpecPush;

            namespace Shop.Tests;

            {{OnClass}}public class CartTests
            {
                [{{Test}}]
                [Acid(Acids.Cart.A_1, Acids.Cart.A_2)]
                [Acid(Acids.Cart.A_3)]
                public void Proven()
                {
                }

                [{{Test}}]
                public void Other()
                {
                }
            }
            """;
    }
}

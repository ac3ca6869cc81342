namespace SpecPush.MSBuild.Tests;

/// <summary>Builds that compare the requirements with a branch.</summary>
[TestClass]
public sealed class ComparisonTests
{
    private const string Project = "src/Shop/Shop.csproj";

    [TestMethod]
    [TestCategory("comparison.SHOWN.7")]
    [TestCategory("comparison.GATE.1")]
    public void A_build_shows_what_changed_since_a_branch_and_fails_because_of_a_gate()
    {
        using var solution = new TestSolution();
        solution.Write("test/cart.test.js", "// cart.A.1\n");
        solution.Commit();
        solution.Write("test/cart.test.js", "\n");
        solution.Write("features/cart.feature.yaml", TestSolution.Spec("cart", requirements: 4));
        for (var build = 0; build < 2; build++)
        {
            // The second build uses saved state.
            var result = solution.Build(Project, "-p:SpecPushMode=Check", "-p:SpecPushCompareWith=main").Succeeded();
            CollectionAssert.Contains(result.Said.Select(static line => line.Split('(')[0]).ToArray(), "SpecPush: compared with main ");
            CollectionAssert.Contains(result.Said, "SpecPush:   cart.A.1: lost its last test – It works");
            CollectionAssert.Contains(result.Said, "SpecPush:   cart.A.4: added without a test – It works");
        }

        var gated = solution.Build(Project, "-p:SpecPushMode=Check", "-p:SpecPushCompareWith=main", "-p:SpecPushFailOnLostTests=true", "-p:SpecPushFailOnUntestedAdditions=true");
        Assert.AreEqual(1, gated.ExitCode);
        StringAssert.Contains(gated.Output, $"{Path.Combine("test", "cart.test.js")}(1): error SPUSH2030: cart.A.1 has lost its last test");
        StringAssert.Contains(gated.Output, $"{Path.Combine("features", "cart.feature.yaml")}(9): error SPUSH2031: cart.A.4 is new");
    }

    [TestMethod]
    [TestCategory("comparison.TESTS.3")]
    [TestCategory("comparison.TESTS.3-1")]
    [TestCategory("comparison.TESTS.5")]
    public void References_that_appear_only_in_assemblies_are_compared_with_the_manifests_of_the_base()
    {
        const string Tests = "tests/Shop.Tests/Shop.Tests.csproj";
        using var solution = new TestSolution("<SpecPushMode>Check</SpecPushMode>");
        solution.AddProject(Tests, "<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>");
        solution.Write("tests/Shop.Tests/CartTests.cs", Source(1));
        solution.Commit();
        solution.Build(Tests).Succeeded();
        var manifests = Path.Combine(solution.StatePath, "of-the-base");
        Directory.Move(Path.Combine(solution.StatePath, "manifests"), manifests);
        solution.Write("tests/Shop.Tests/CartTests.cs", Source(2));

        var known = solution.Build(Tests, "-p:SpecPushCompareWith=main", $"-p:SpecPushCompareManifests={manifests}").Succeeded();
        CollectionAssert.IsSubsetOf(new[] { "SpecPush:   cart.A.1: lost its last test – It works", "SpecPush:   cart.A.2: gained its first test – It works" }, known.Said, known.Output);

        var unknown = solution.Build(Tests, "-p:SpecPushCompareWith=main").Succeeded();
        CollectionAssert.IsSubsetOf(new[] { "SpecPush:   cart.A.2: tests not known – It works", $"SpecPush:   only the text of its tests was compared: {Tests}" }, unknown.Said, unknown.Output);
        Assert.IsFalse(unknown.Output.Contains("cart.A.1", StringComparison.Ordinal), unknown.Output);
    }

    // With its own attributes, so that nothing must be restored.
    private static string Source(int number) => $$"""
        namespace Microsoft.VisualStudio.TestTools.UnitTesting
        {
            internal sealed class TestMethodAttribute : System.Attribute;

            internal sealed class TestCategoryAttribute(string name) : System.Attribute
            {
                public string Name => name;
            }
        }

        namespace Shop.Tests
        {
            using Microsoft.VisualStudio.TestTools.UnitTesting;

            public sealed class CartTests
            {
                private const string Group = "cart.A";

                [TestMethod, TestCategory($"{Group}.{{number}}")]
                public void Works() => System.Console.WriteLine();
            }
        }
        """;
}

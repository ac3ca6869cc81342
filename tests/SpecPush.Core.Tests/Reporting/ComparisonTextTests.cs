using SpecPush.Comparison;
using SpecPush.Reporting;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Reporting;

[TestClass]
public sealed class ComparisonTextTests
{
    [TestMethod]
    [TestCategory("comparison.SHOWN.7")]
    public void A_comparison_is_a_few_lines()
    {
        var comparison = new RequirementComparison
        {
            Base = Given.Commit,
            With = "main\n::error::",
            Requirements =
            [
                Change("cart.A.1", ChangeKind.LostTests, ChangeKind.Untested) with { LostTests = ["test/a.cs:1", "test/a.cs:2", "test/a.cs:3", "test/a.cs:4"] },
                Change("cart.A.2", ChangeKind.Untested, ChangeKind.Added),
                Change("cart.A.3", ChangeKind.Reworded, ChangeKind.Renamed) with { OldText = "It\nworked", OldAcid = "cart.B.3" },
                Change("cart.A.4", ChangeKind.Moved) with { OldPath = "features/old.yaml" },
            ],
            InvalidSpecs = ["features/bad.yaml"],
            UnknownProjects = ["tests/A.csproj"],
        };
        string[] expected =
        [
            "compared with main ::error:: (0123456): 4 requirements changed: 1 lost its last test, 1 newly without a test, 1 reworded, 1 renamed, 1 added, 1 moved",
            "  cart.A.1: lost its last test – It works",
            "    was tested at: test/a.cs:1, test/a.cs:2, test/a.cs:3",
            "  cart.A.2: added without a test – It works",
            "  cart.A.3: reworded, renamed from cart.B.3 – It works",
            "    before: It worked",
            "  cart.A.4: moved from features/old.yaml – It works",
            "  not compared, because it is invalid on one side: features/bad.yaml",
            "  only the text of its tests was compared: tests/A.csproj",
        ];
        CollectionAssert.AreEqual(expected, ComparisonText.Lines(comparison).ToArray());
        string[] shortened = ["  … and 3 more"];
        CollectionAssert.IsSubsetOf(shortened, ComparisonText.Lines(comparison, 1).ToArray());
        Assert.AreEqual("compared with main ::error:: (0123456): no requirement has changed", ComparisonText.Headline(comparison with { Requirements = [] }));
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.1")]
    [DataRow("a b c", "a b c", "=a b c")]
    [DataRow("a b c", "a x c", "=a|-b|+x|=c")]
    [DataRow("", "a b", "+a b")]
    [DataRow("a b", "", "-a b")]
    [DataRow("one two three", "two three four", "-one|=two three|+four")]
    public void Texts_are_compared_word_by_word(string old, string now, string expected) => Assert.AreEqual(expected, string.Join('|', WordDifference.Compare(old, now)
        .Select(static part => part.Kind switch { TextPartKind.Old => "-", TextPartKind.New => "+", _ => "=" } + part.Text)));

    private static RequirementChange Change(string acid, params ChangeKind[] kinds) => new() { Product = "shop", Acid = acid, Changes = [.. kinds], Text = "It works", Path = "features/cart.yaml", Line = 1 };
}

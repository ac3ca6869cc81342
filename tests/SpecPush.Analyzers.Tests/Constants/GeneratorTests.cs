using Microsoft.CodeAnalysis;
using SpecPush.Analyzers.Constants;
using SpecPush.Analyzers.Tests.Infrastructure;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace SpecPush.Analyzers.Tests.Constants;

[TestClass]
public sealed class GeneratorTests
{
    private const string Cart = "features/cart.feature.yaml";
    private const string Pay = "features/pay.feature.yaml";

    [TestMethod]
    [TestCategory("acid-constants.GENERATOR.1")]
    public void Typing_in_code_runs_no_step_again()
    {
        var driver = new Driver([.. Enumerable.Range(0, 20).Select(static number => ($"features/f{number}.feature.yaml", Given.Yaml($"f{number}")))]);
        AssertReasons(driver.Written, (New, 21));
        driver.EditCode("class Typed { }");
        foreach (var step in new[] { AcidConstantsGenerator.SpecsStep, AcidConstantsGenerator.FeaturesStep })
        {
            AssertReasons(driver.Reasons(step), (Cached, 20));
        }

        AssertReasons(driver.Reasons(AcidConstantsGenerator.ModelStep), (Cached, 1));
        AssertReasons(driver.Written, (Cached, 21));
    }

    [TestMethod]
    [TestCategory("acid-constants.GENERATOR.2")]
    public void Only_an_edited_spec_is_read_and_only_its_class_is_written_again()
    {
        var driver = new Driver((Cart, Given.Yaml("cart")), (Pay, Given.Yaml("pay")));
        driver.EditFile(Cart, Given.Yaml("cart", requirements: 4));
        AssertReasons(driver.Reasons(AcidConstantsGenerator.SpecsStep), (Modified, 1), (Cached, 1));
        AssertReasons(driver.Reasons(AcidConstantsGenerator.FeaturesStep), (Modified, 1), (Unchanged, 1));
        AssertReasons(driver.Written, (Modified, 1), (Cached, 2));
        StringAssert.Contains(driver.Source, "A_4 = \"cart.A.4\"");
    }

    [TestMethod]
    [TestCategory("acid-constants.GENERATOR.3")]
    [DataRow("# a comment\n", "")]
    [DataRow("", "  B:\n    name: Without requirements\n")]
    public void An_edit_that_changes_no_requirement_writes_nothing(string before, string after)
    {
        var driver = new Driver((Cart, Given.Yaml("cart")), (Pay, Given.Yaml("pay")));
        driver.EditFile(Cart, before + Given.Yaml("cart") + after);
        AssertReasons(driver.Reasons(AcidConstantsGenerator.FeaturesStep), (Unchanged, 2));
        AssertReasons(driver.Written, (Cached, 3));
    }

    [TestMethod]
    [TestCategory("acid-constants.GENERATOR.2")]
    [DataRow("text: It works", "text: It works well")]
    [DataRow("deprecated: false", "deprecated: true")]
    [DataRow("replaced_by: [cart.A.2]", "replaced_by: [cart.A.3]")]
    public void Everything_that_appears_in_a_class_writes_it_again(string before, string after)
    {
        static string Spec(string line) => Given.Yaml("cart") + $"    9:\n      {(line.StartsWith("text", StringComparison.Ordinal) ? "" : "requirement: x\n      deprecated: true\n      ")}{line.Replace("text:", "requirement:", StringComparison.Ordinal)}\n";
        var driver = new Driver((Cart, Spec(before).Replace("deprecated: true\n      deprecated", "deprecated", StringComparison.Ordinal)));
        driver.EditFile(Cart, Spec(after).Replace("deprecated: true\n      deprecated", "deprecated", StringComparison.Ordinal));
        AssertReasons(driver.Written, (Modified, 1), (Cached, 1));
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.6")]
    public void Constants_of_removed_requirements_are_removed()
    {
        var driver = new Driver((Cart, Given.Yaml("cart")), (Pay, Given.Yaml("pay")));
        driver.EditCode("class C { const string Acid = SpecPush.Acids.Cart.A_3 + SpecPush.Acids.Pay.A_1; }");
        Assert.IsEmpty(Errors(driver));
        driver.EditFile(Cart, Given.Yaml("cart", requirements: 2));
        CollectionAssert.AreEqual(new[] { "CS0117" }, Errors(driver));
        driver.RemoveFile(Pay);
        CollectionAssert.AreEquivalent(new[] { "CS0117", "CS0117" }, Errors(driver));
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.7")]
    public void Code_that_uses_an_invalid_spec_gets_an_error_with_the_reason()
    {
        var driver = new Driver((Cart, Given.Yaml("cart")), ("features/broken.feature.yaml", "feature:\n  name: broken\n"));
        Assert.IsEmpty(driver.Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden));
        StringAssert.Contains(driver.Source, "// Without features/broken.feature.yaml, which is not valid. Line 2: ");
        driver.EditCode("class C { const string Acid = SpecPush.Acids.Cart.A_1 + SpecPush.Acids.Broken.A_1; }");
        CollectionAssert.AreEquivalent(new[] { "CS0117", "CS0619" }, Errors(driver));
        StringAssert.Contains(
            driver.Compilation.GetDiagnostics().Single(static diagnostic => diagnostic.Id == "CS0619").GetMessage(),
            "features/broken.feature.yaml is not valid, so it has no constants. Line 2: ");
        driver.EditFile("features/broken.feature.yaml", Given.Yaml("broken"));
        Assert.IsEmpty(Errors(driver));
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.4")]
    public void An_invalid_spec_takes_no_name_from_a_valid_one()
    {
        var driver = new Driver(
            (Cart, Given.Yaml("cart")), ("features/old/cart.feature.yaml", Given.Yaml("cart")), ("features/c-art.feature.yaml", "feature:\n  nam: x"), ("features/Cart.feature.yaml", "feature: 1"));
        driver.EditCode("class C { const string Acid = SpecPush.Acids.Cart.A_1; }");
        Assert.IsEmpty(Errors(driver));
        StringAssert.Contains(driver.Source, "// Without features/old/cart.feature.yaml, which is not valid. Line 2: ");
    }

    [TestMethod]
    [TestCategory("acid-constants.GENERATOR.4")]
    [DataRow("")]
    [DataRow("feature: [")]
    [DataRow("feature:\n  name: \"\\uD800\\U00110000\"\n  product: x")]
    [DataRow("feature: &a [*a, *a]\n")]
    [DataRow("feature:\n  name: x\n  product: y\n  ? [a, b]\n  : z")]
    [DataRow("feature: {name: x, <<: *nowhere}")]
    [DataRow("%YAML 9.9\n--- !evil\nfeature: !!python/object {}\n")]
    [DataRow("feature:\n\tname: x")]
    [DataRow("\0feature:")]
    [DataRow("other: format")]
    public void Whatever_a_spec_contains_the_others_have_their_constants(string hostile)
    {
        var deep = "feature: " + new string('[', 100_000);
        var bomb = "a: &a [x,x]\n" + string.Concat(Enumerable.Range(0, 25).Select(static n => $"{(char)('b' + n)}: &{(char)('b' + n)} [*{(char)('a' + n)},*{(char)('a' + n)}]\n")) + "feature: *z\n";
        var driver = new Driver(
            (Cart, Given.Yaml("cart")), ("features/hostile.feature.yaml", hostile), ("features/deep.feature.yaml", deep), ("features/bomb.feature.yaml", bomb),
            ("features/huge.feature.yaml", Given.Yaml("huge") + new string('#', 2_000_000)));
        Assert.IsNull(driver.Result.Exception);
        driver.EditCode("class C { const string Acid = SpecPush.Acids.Cart.A_1; }");
        Assert.IsEmpty(Errors(driver));
        StringAssert.Contains(driver.Source, "features/huge.feature.yaml, which is not valid. ");
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.1")]
    public void Specs_are_found_according_to_the_settings()
    {
        var files = new[] { (Cart, Given.Yaml("cart")), ("area/specs/pay.yaml", Given.Yaml("pay")), ("README.yaml", Given.Yaml("readme")) };
        CollectionAssert.AreEqual(new[] { "Cart" }, Features(new Driver(files)));
        CollectionAssert.AreEqual(new[] { "Pay" }, Features(new Driver(Editor.Settings(scope: "area", specs: "specs/*.yaml", constants: true), files)));
        CollectionAssert.AreEqual(new[] { "Cart", "Pay" }, Features(new Driver(Editor.Settings(specs: "**/*.yaml\n!README.*", constants: true), files)));
        Assert.IsEmpty(new Driver(Editor.Settings(constants: false), files).Result.GeneratedSources);
        StringAssert.Contains(new Driver().Source, "internal static partial class Acids");
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.1")]
    public void Changed_settings_take_effect_immediately()
    {
        var driver = new Driver((Cart, Given.Yaml("cart")), (Pay, Given.Yaml("pay")));
        driver.Change(Editor.Settings(specs: "features/pay*", constants: true));
        CollectionAssert.AreEqual(new[] { "Pay" }, Features(driver));
        driver.Change(Editor.Settings());
        Assert.IsEmpty(driver.Result.GeneratedSources);
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.4")]
    public void Features_whose_names_differ_in_case_or_are_long_have_separate_files()
    {
        var names = new[] { "cart", "CART", "cARt", new string('x', 200), new string('x', 201) };
        CollectionAssert.AreEquivalent(
            new[] { "Cart", "CART", "CARt", "X" + names[3][1..], "X" + names[4][1..] }, Features(new Driver([.. names.Select(static (name, index) => ($"features/{index}/x.feature.yaml", Given.Yaml(name)))])));
    }

    private static string[] Features(Driver driver) =>
    [
        .. driver.Compilation.GetTypeByMetadataName("SpecPush.Acids")!.GetTypeMembers().Select(static type => type.Name).Order(StringComparer.Ordinal),
    ];

    private static string[] Errors(Driver driver) =>
        [.. driver.Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id)];

    private static void AssertReasons(Dictionary<IncrementalStepRunReason, int> actual, params (IncrementalStepRunReason Reason, int Count)[] expected) =>
        CollectionAssert.AreEquivalent(expected.ToDictionary(static pair => pair.Reason, static pair => pair.Count), actual);
}

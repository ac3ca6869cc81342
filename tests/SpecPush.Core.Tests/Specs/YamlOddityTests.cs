namespace SpecPush.Tests.Specs;

[TestClass]
public sealed class YamlOddityTests
{
    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.7")]
    [DataRow("Mends #38 and #39", "Mends", "(7,16)", "#38 and #39")]
    [DataRow("Mends  #38", "Mends", "(7,17)", "#38")]
    [DataRow("Shows #{count} items", "Shows", "(7,16)", "#{count} items")]
    [DataRow("Shows (the # of) items", "Shows (the", "(7,21)", "# of) items")]
    [DataRow("Runs `a # b` first", "Runs `a", "(7,18)", "# b` first")]
    public void Text_lost_after_a_number_sign_is_a_warning_at_the_sign(string text, string read, string place, string lost)
    {
        var reading = SpecText.Read($"{SpecText.Head}      1: {text}\n");
        reading.Has($"{place}: warning SPUSH1021 | '{lost}'");
        Assert.AreEqual(read, reading.Specs.Single().Requirements.Single().Text);
    }

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.7")]
    [DataRow("Works # as a comment", "Works")]
    [DataRow("Works ## as a comment", "Works")]
    [DataRow("Works #", "Works")]
    [DataRow("Works#38", "Works#38")]
    [DataRow("'Mends #38'", "Mends #38")]
    [DataRow("'Works' #38", "Works")]
    public void Ordinary_comments_and_quoted_text_are_fine(string text, string read) =>
        Assert.AreEqual(read, SpecText.ReadClean($"{SpecText.Head}      1: {text}\n").Requirements.Single().Text);

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.8")]
    public void Text_lost_in_an_anchor_is_a_warning()
    {
        var reading = SpecText.Read($"{SpecText.Head}      1: &important works\n");
        reading.Has("(7,10): warning SPUSH1027 | &important");
        Assert.AreEqual("works", reading.Specs.Single().Requirements.Single().Text);
    }

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.9")]
    public void An_alias_is_replaced_by_its_value()
    {
        var spec = SpecText.ReadClean($"{SpecText.Head}      1: &same Works\n      2: *same\n");
        CollectionAssert.AreEqual(new[] { "Works", "Works" }, spec.Requirements.Select(static requirement => requirement.Text).ToArray());
    }

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.9")]
    public void A_core_tag_changes_nothing() =>
        Assert.AreEqual("true", SpecText.ReadClean($"{SpecText.Head}      1: !!str true\n").Requirements.Single().Text);

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.9")]
    public void A_merge_key_is_an_error() =>
        SpecText.Read("feature: {name: auth-feature, product: shop}\ncomponents:\n  A: &a\n    1: Works\n  B:\n    <<: *a\n").Has(
            "(6,5): error SPUSH1028 | <<");

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.9")]
    [DataRow("? [a, b]\n: c\nfeature:\n", "(1,3)")]
    [DataRow("feature: &a {name: b}\n*a : c\n", "(2,1)")]
    public void A_key_that_is_not_a_text_is_an_error(string yaml, string place) =>
        SpecText.Read(yaml).Has($"{place}: error SPUSH1028");

    [TestMethod]
    [TestCategory("spec-reading.FILE.6")]
    public void Only_the_first_document_with_a_feature_is_read()
    {
        const string Warning = "warning SPUSH1024";
        var reading = SpecText.Read("---\nnotes: x\n---\nfeature: {name: auth-feature, product: shop}\n---\nfeature: {name: other-feature, product: shop}\n---\n");
        reading.Has($"(2,1): {Warning}", $"(6,1): {Warning}");
        Assert.AreEqual("auth-feature", reading.Specs.Single().Feature);
    }
}

using SpecPush.Analyzers.Constants;
using static SpecPush.Analyzers.Tests.Infrastructure.Given;

namespace SpecPush.Analyzers.Tests.Constants;

[TestClass]
public sealed class ConstantsSourceTests
{
    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.1")]
    [TestCategory("acid-constants.CONSTANTS.1-1")]
    [TestCategory("acid-constants.CONSTANTS.2")]
    public void Every_requirement_is_a_constant_with_its_text_as_documentation()
    {
        var constants = new CompiledConstants(Spec("auth-feature", ("LOGIN.1", "Signs in"), ("LOGIN.1-2", "Signs in twice")), Spec("cart", ("LINE-ITEMS.10", "Adds one")));
        CollectionAssert.AreEqual(
            new[] { "AuthFeature.LOGIN_1 = auth-feature.LOGIN.1", "AuthFeature.LOGIN_1_2 = auth-feature.LOGIN.1-2", "Cart.LINE_ITEMS_10 = cart.LINE-ITEMS.10" },
            constants.All);
        CollectionAssert.AreEqual(new[] { "Signs in", "Signs in twice", "Adds one" }, constants.Documentation);
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.3")]
    public void A_deprecated_requirement_is_obsolete_and_names_what_replaces_it()
    {
        var spec = Spec("auth-feature", ("LOGIN.1", "Old"), ("LOGIN.2", "Older"), ("LOGIN.3", "New"));
        var constants = new CompiledConstants(spec with
        {
            Requirements =
            [
                spec.Requirements[0] with { Deprecated = true, ReplacedBy = ["auth-feature.LOGIN.3", "sso.LOGIN.1"] },
                spec.Requirements[1] with { Deprecated = true },
                spec.Requirements[2],
            ],
        });
        CollectionAssert.AreEqual(
            new[]
            {
                "auth-feature.LOGIN.1 is deprecated; use auth-feature.LOGIN.3, sso.LOGIN.1.",
                "auth-feature.LOGIN.2 is deprecated; nothing replaces it.",
                null,
            },
            constants.Obsolete);
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.4")]
    [TestCategory("acid-constants.CONSTANTS.5")]
    [DataRow("auth-feature auth_feature", "AuthFeature", "_auth_2Dfeature _auth_5Ffeature")]
    [DataRow("class Class", "Class", "_Class _class")]
    [DataRow("class", "", "Class")]
    [DataRow("acids", "Acids", "_acids")]
    [DataRow("2fa", "", "_2fa")]
    [DataRow("2fa _2fa 5F2fa", "", "_2fa _5F2fa __5F2fa")]
    [DataRow("_ -", "_", "__2D __5F")]
    [DataRow("to-string equals", "", "Equals ToString")]
    public void Names_of_features_are_clear_or_spelled_out(string features, string unclear, string expected)
    {
        var names = new CompiledConstants([.. features.Split(' ').Select(static feature => Spec(feature, ("A.1", "It works")))]).All
            .Select(static constant => constant.Split('.')[0])
            .ToArray();
        CollectionAssert.AreEquivalent(expected.Split(' '), names);
        CollectionAssert.DoesNotContain(names, unclear);
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.4")]
    [TestCategory("acid-constants.CONSTANTS.5")]
    [DataRow("LOGIN.1-2 LOGIN_1.2 LOGIN.1", "_LOGIN_2E1_2D2 _LOGIN_5F1_2E2 LOGIN_1")]
    [DataRow("2FA.1", "_2FA_1")]
    [DataRow("2FA.1 _2FA.1", "_2FA_2E1 __5F2FA_2E1")]
    [DataRow("class.1 A.2_1", "class_1 A_2_1")]
    public void Names_of_requirements_are_clear_or_spelled_out(string requirements, string expected)
    {
        var constants = new CompiledConstants(Spec("cart", [.. requirements.Split(' ').Select(static id => (id, "It works"))])).All;
        CollectionAssert.AreEqual(
            requirements.Split(' ').Zip(expected.Split(' '), static (id, name) => $"Cart.{name} = cart.{id}").ToArray(),
            constants);
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.4")]
    public void A_unique_name_does_not_depend_on_the_other_specs()
    {
        var requirement = Spec("cart", ("LINES.1", "It works"));
        foreach (var other in new[] { "CART-2", "c-art-", "a", "acids" })
        {
            CollectionAssert.Contains(new CompiledConstants(Spec(other, ("LINES.1", "x")), requirement).All, "Cart.LINES_1 = cart.LINES.1");
        }
    }

    [TestMethod]
    [TestCategory("acid-constants.CONSTANTS.8")]
    public void Products_that_share_a_feature_share_its_class()
    {
        var constants = new CompiledConstants(
            Spec("cart", ("A.1", "Here"), ("A.2", "Here")),
            Spec("cart", ("A.1", "There"), ("B.1", "There")) with { Product = "other" });
        CollectionAssert.AreEqual(new[] { "Cart.A_1 = cart.A.1", "Cart.A_2 = cart.A.2", "Cart.B_1 = cart.B.1" }, constants.All);
        Assert.AreEqual("Here", constants.Documentation[0]);
    }

    [TestMethod]
    [TestCategory("acid-constants.SAFETY.1")]
    [DataRow("*/ } class Evil { /*", "*/ } class Evil { /*")]
    [DataRow("</summary><evil>&amp; & <![CDATA[", "</summary><evil>&amp; & <![CDATA[")]
    [DataRow("a\nclass Evil {}\r\nb\rc\u0085d\u2028e\u2029f", "a class Evil {} b c d e f")]
    [DataRow("\0\u0001\u001b[31m\u007f\ufffe\uffff x", "[31m x")]
    [DataRow("\u202e\u2066right\u200b to left", "right to left")]
    [DataRow("Größe 日本語 🛒 \\u0022 \"", "Größe 日本語 🛒 \\u0022 \"")]
    [DataRow("\"); } } class Evil { //", "\"); } } class Evil { //")]
    [DataRow("#if evil", "#if evil")]
    public void Text_stays_where_it_is_written(string text, string shown)
    {
        var spec = Spec("cart", ("A.1", text));
        var constants = new CompiledConstants(spec with
        {
            Path = $"features/{text}.feature.yaml",
            Requirements = [spec.Requirements[0] with { Deprecated = true, ReplacedBy = [text] }],
        });
        CollectionAssert.AreEqual(new[] { "Cart.A_1 = cart.A.1" }, constants.All);
        Assert.AreEqual(shown, constants.Documentation.Single());
        Assert.AreEqual($"cart.A.1 is deprecated; use {shown}.", constants.Obsolete.Single());
        var invalid = new InvalidSpecs([new InvalidSpec(text, "Broken", 1, text)]);
        Assert.DoesNotContain("\r", ConstantsSource.Write(invalid));
        Assert.HasCount(ConstantsSource.Write(new InvalidSpecs([new InvalidSpec("a", "Broken", 1, "a")])).Split('\n').Length, ConstantsSource.Write(invalid).Split('\n'));
    }

    [TestMethod]
    [TestCategory("acid-constants.SAFETY.1")]
    public void A_lone_surrogate_is_replaced() =>
        Assert.AreEqual("\ufffd alone \ufffd", new CompiledConstants(Spec("cart", ("A.1", "\ud800 alone \udc00"))).Documentation.Single());
}

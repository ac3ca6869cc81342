using SpecPush.Findings;
using SpecPush.References;
using SpecPush.Specs;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.References;

[TestClass]
public sealed class ReferenceCheckTests
{
    [TestMethod]
    [TestCategory("text-references.CHECK.1")]
    public void An_unknown_requirement_of_a_known_feature_names_the_nearest_one()
    {
        var finding = Check(Given.Reference("cart.A.12", line: 7)).Single();
        Assert.AreEqual(("SPUSH2010", Severity.Warning, new SourceLocation("src/Code.cs", 7)), (finding.Code, finding.Severity, finding.Location!));
        StringAssert.Contains(finding.Message, "did you mean cart.A.1?");
    }

    [TestMethod]
    [TestCategory("text-references.CHECK.1")]
    [DataRow("cart.CRAD.2", "cart.CARD.2")]
    [DataRow("cart.PAYMENTS.1-2", "cart.PAYMENT.1-2")]
    [DataRow("cart.CARD.72", "cart.CARD.7")]
    [DataRow("cart.CARD.32", "cart.CARD.2")]
    public void A_requirement_of_the_same_group_or_with_the_same_number_in_a_similar_group_was_probably_meant(string acid, string meant) =>
        StringAssert.Contains(Unknown(acid).Message, $"{acid} is not a requirement of cart; did you mean {meant}?");

    [TestMethod]
    [TestCategory("text-references.CHECK.5")]
    [DataRow("cart.REFUND.1")] // Not specified yet.
    [DataRow("cart.CRAD.9")]
    [DataRow("cart.UX.1")]
    [DataRow("cart.OLD.9")]
    [DataRow("cart.LOGIN.1")]
    public void Nothing_is_suggested_that_is_unlikely_deprecated_or_no_ACID(string acid) =>
        StringAssert.Contains(Unknown(acid).Message, $"{acid} is not a requirement of cart. Correct the reference");

    [TestMethod]
    [TestCategory("text-references.CHECK.2")]
    public void A_deprecated_requirement_names_its_replacement()
    {
        var spec = Given.Spec("cart");
        spec = spec with { Requirements = [spec.Requirements[0] with { Deprecated = true, ReplacedBy = ["cart.B.1"] }] };
        var finding = ReferenceCheck.Check(new SpecReading([spec], []), [Given.Reference("cart.A.1")]).Single();
        Assert.AreEqual(("SPUSH2011", Severity.Warning), (finding.Code, finding.Severity));
        StringAssert.Contains(finding.Message, "cart.B.1");
    }

    [TestMethod]
    [TestCategory("text-references.CHECK.3")]
    public void References_to_unknown_features_are_one_message_per_feature()
    {
        var findings = Check(Given.Reference("other.A.1", line: 3), Given.Reference("other.A.2", line: 9)).Where(static finding => finding.Code == "SPUSH2012").ToArray();
        Assert.AreEqual((Severity.Message, 3), (findings.Single().Severity, findings.Single().Location!.Line));
        StringAssert.Contains(findings.Single().Message, "2 references");
    }

    [TestMethod]
    [TestCategory("text-references.CHECK.4")]
    public void A_requirement_without_a_test_is_a_message_at_its_line()
    {
        var findings = ReferenceCheck.FindUntested([Given.Spec("cart", requirements: 2)], [Given.Reference("cart.A.1", isTest: false), Given.Reference("cart.A.2", isTest: true)]).ToArray();
        Assert.AreEqual(("SPUSH2013", Severity.Message, 6), (findings.Single().Code, findings.Single().Severity, findings.Single().Location!.Line));
        StringAssert.Contains(findings.Single().Message, "cart.A.1");
    }

    private static Finding Unknown(string acid)
    {
        var requirement = Given.Spec("cart").Requirements[0];
        string[] others = ["CARD.1", "CARD.2", "CARD.7", "PAYMENT.1-2", "LINES.1", "UI.1", "login.1"];
        var spec = Given.Spec("cart") with
        {
            Requirements = [.. others.Select(other => requirement with { Acid = $"cart.{other}" }), requirement with { Acid = "cart.OLD.1", Deprecated = true }],
        };
        return ReferenceCheck.Check(new SpecReading([spec], []), [Given.Reference(acid)]).First(static finding => finding.Code == "SPUSH2010");
    }

    private static Finding[] Check(params Reference[] references) => [.. ReferenceCheck.Check(new SpecReading([Given.Spec("cart", requirements: 2)], []), [.. references])];
}

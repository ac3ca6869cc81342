using SpecPush.Findings;
using SpecPush.References;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.References;

[TestClass]
public sealed class ReferenceCheckTests
{
    [TestMethod]
    [TestCategory("text-references.CHECK.1")]
    public void An_unknown_requirement_of_a_known_feature_names_the_nearest_one()
    {
        var finding = Check(Given.Reference("cart.A.12", line: 7)).First();
        Assert.AreEqual(("SPUSH2010", Severity.Warning, new SourceLocation("src/Code.cs", 7)), (finding.Code, finding.Severity, finding.Location!));
        StringAssert.Contains(finding.Message, "did you mean cart.A.1?");
    }

    [TestMethod]
    [TestCategory("text-references.CHECK.1")]
    public void Of_requirements_that_begin_alike_the_one_that_ends_alike_is_the_nearest()
    {
        var spec = Given.Spec("cart");
        spec = spec with { Requirements = [spec.Requirements[0] with { Acid = "cart.CARD.1" }, spec.Requirements[0] with { Acid = "cart.CARD.2" }] };
        StringAssert.Contains(ReferenceCheck.Check([spec], [Given.Reference("cart.CRAD.2")]).First().Message, "did you mean cart.CARD.2?");
    }

    [TestMethod]
    [TestCategory("text-references.CHECK.2")]
    public void A_deprecated_requirement_names_its_replacement()
    {
        var spec = Given.Spec("cart");
        spec = spec with { Requirements = [spec.Requirements[0] with { Deprecated = true, ReplacedBy = ["cart.B.1"] }] };
        var finding = ReferenceCheck.Check([spec], [Given.Reference("cart.A.1")]).Single();
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
        var findings = Check(Given.Reference("cart.A.1", isTest: false), Given.Reference("cart.A.2", isTest: true));
        Assert.AreEqual(("SPUSH2013", Severity.Message, 6), (findings.Single().Code, findings.Single().Severity, findings.Single().Location!.Line));
        StringAssert.Contains(findings.Single().Message, "cart.A.1");
    }

    private static Finding[] Check(params Reference[] references) => [.. ReferenceCheck.Check([Given.Spec("cart", requirements: 2)], [.. references])];
}

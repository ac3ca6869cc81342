using SpecPush.Settings;

namespace SpecPush.Tests.Run;

[TestClass]
public sealed class GatheringTests
{
    [TestMethod]
    [TestCategory("text-references.CHECK.4")]
    public async Task Requirements_of_features_that_are_not_wanted_are_not_reported_as_untested()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("features/pay.feature.yaml", Spec("pay"));
        fixture.Repository.Write("tests/PayTests.cs", "// pay.A.1");
        fixture.Repository.Write("tests/CartTests.cs", "// cart.LINES.1");
        fixture.Repository.Commit();
        StringAssert.Contains(await FindAsync(fixture, "SPUSH2013", features: "cart"), "cart.LINES.2");
    }

    private static async Task<string> FindAsync(RunFixture fixture, string code, string? features = null)
    {
        fixture.Settings = new RawSettings { Mode = "Check", Features = features };
        var result = await fixture.RunAsync();
        return result.Report.Findings.Single(finding => finding.Code == code).Message;
    }

    private static string Spec(string feature) => $"feature:\n  name: {feature}\n  product: shop\ncomponents:\n  A:\n    1: It works\n";
}

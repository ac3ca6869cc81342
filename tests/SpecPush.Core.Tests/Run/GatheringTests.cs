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

    [TestMethod]
    [TestCategory("text-references.CHECK.6")]
    public async Task References_to_a_feature_whose_spec_is_not_valid_are_not_reported_as_ones_without_a_spec()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("features/pay.feature.yaml", Spec("pay").Replace("1:", "1-0:", StringComparison.Ordinal));
        fixture.Repository.Write("features/store.feature.yaml", Spec("stock").Replace("  product: shop\n", "", StringComparison.Ordinal));
        fixture.Repository.Write("features/depot.feature.yaml", "feature:\n  name: depot\n  product: [\n");
        fixture.Repository.Write("features/returns.feature.yaml", Spec("returns").Replace("feature:", "featrue:", StringComparison.Ordinal));
        fixture.Repository.Write("features/large.feature.yaml", new string('#', 2_000_000));
        fixture.Repository.Write("features/foreign.feature.yaml", "openapi: 3.1.0\n");
        fixture.Repository.Write("src/All.cs", "// pay.A.1 stock.A.1 depot.A.1 returns.A.1 large.A.1 foreign.A.1");
        fixture.Repository.Commit();
        StringAssert.StartsWith(await FindAsync(fixture, "SPUSH2012"), "1 reference to foreign, ");
    }

    private static async Task<string> FindAsync(RunFixture fixture, string code, string? features = null)
    {
        fixture.Settings = new RawSettings { Mode = "Check", Features = features };
        var result = await fixture.RunAsync();
        return result.Report.Findings.Single(finding => finding.Code == code).Message;
    }

    private static string Spec(string feature) => $"feature:\n  name: {feature}\n  product: shop\ncomponents:\n  A:\n    1: It works\n";
}

using System.Text.Json;
using SpecPush.Settings;

namespace SpecPush.Tests.Run;

/// <summary>Features that were renamed or removed: the checkout no longer mentions them, but the server has their references.</summary>
[TestClass]
public sealed class RemovedFeatureTests
{
    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.6")]
    public async Task The_references_of_a_renamed_feature_leave_the_server_from_a_fresh_clone_in_ci()
    {
        await using var fixture = await RenameAsync();
        fixture.Environment["CI"] = "true";
        var result = await fixture.RunAndSendAsync(1);
        AssertEmptied(fixture);
        StringAssert.Contains(result.Findings.Single(static finding => finding.Code == "SPUSH2016").Message, " cart.");
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.6")]
    public async Task The_references_of_a_renamed_feature_leave_the_server_from_a_checkout_with_saved_state()
    {
        await using var fixture = await RunFixture.StartAsync();
        await fixture.RunAndSendAsync(1);
        Rename(fixture);
        await fixture.RunAndSendAsync(1);
        AssertEmptied(fixture);
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.6")]
    [DataRow("work", null, "auto")]
    [DataRow("main", "production", "auto")]
    [DataRow("main", null, "false")]
    public async Task No_empty_list_is_sent_if_it_could_hide_inherited_references(string branch, string? parent, string overrides)
    {
        await using var fixture = await RenameAsync();
        fixture.Environment["CI"] = "true";
        fixture.Settings = new RawSettings { Branch = branch, ParentImplName = parent, OverrideReferences = overrides };
        var result = await fixture.RunAndSendAsync(1);
        Assert.IsFalse(Data(fixture).TryGetProperty("cart.LINES.1", out _));
        Assert.IsFalse(result.Findings.Any(static finding => finding.Code == "SPUSH2016"));
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.6")]
    public async Task A_feature_whose_spec_has_only_moved_keeps_its_references()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Delete("features/cart.feature.yaml");
        fixture.Repository.Write("features/shop/cart.feature.yaml", RunFixture.Spec);
        NameDefaultBranch(fixture);
        fixture.Environment["CI"] = "true";
        await fixture.RunAndSendAsync(1);
        Assert.AreEqual(1, Data(fixture).GetProperty("cart.LINES.1").GetArrayLength());
    }

    private static async Task<RunFixture> RenameAsync()
    {
        var fixture = await RunFixture.StartAsync();
        Rename(fixture);
        return fixture;
    }

    private static void Rename(RunFixture fixture)
    {
        fixture.Repository.Delete("features/cart.feature.yaml");
        fixture.Repository.Write("features/basket.feature.yaml", RunFixture.Spec.Replace("cart", "basket", StringComparison.Ordinal));
        fixture.Repository.Write("src/Cart.cs", "// basket.LINES.1\n");
        NameDefaultBranch(fixture);
    }

    private static void NameDefaultBranch(RunFixture fixture)
    {
        fixture.Repository.Commit();
        fixture.Repository.Git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    }

    private static void AssertEmptied(RunFixture fixture)
    {
        Assert.AreEqual(0, Data(fixture).GetProperty("cart.LINES.1").GetArrayLength());
        Assert.AreEqual(1, Data(fixture).GetProperty("basket.LINES.1").GetArrayLength());
    }

    private static JsonElement Data(RunFixture fixture) => fixture.Server.Requests.Last().Json.GetProperty("references").GetProperty("data");
}

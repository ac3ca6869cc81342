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

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.8")]
    public async Task The_last_reference_of_a_repository_without_specs_leaves_the_server()
    {
        await using var fixture = await RemoveEverythingAsync();
        var result = await fixture.RunAndSendAsync(1);
        Assert.AreEqual("shop", fixture.Server.Requests.Last().Json.GetProperty("product_name").GetString());
        Assert.AreEqual(0, Data(fixture).GetProperty("cart.LINES.1").GetArrayLength());
        Assert.IsTrue(result.Report.Pushed);
        Assert.IsFalse(result.Findings.Any(static finding => finding.Code == "SPUSH2004"));
        await fixture.RunAndSendAsync(0);
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.8")]
    [DataRow("Auto", "false", "SPUSH3103")]
    [DataRow("Push", "false", "SPUSH3103")]
    [DataRow("Check", "auto", "SPUSH3101")]
    public async Task If_nothing_is_left_and_nothing_can_be_removed_there_is_nothing_to_push(string mode, string overrides, string reason)
    {
        await using var fixture = await RemoveEverythingAsync();
        fixture.Settings = fixture.Settings with { Mode = mode, OverrideReferences = overrides };
        var result = await fixture.RunAndSendAsync(0);
        Assert.AreEqual((reason, false), (result.Report.ReasonCode, result.Report.Pushed));
        CollectionAssert.AreEqual(new[] { "SPUSH2004" }, result.Findings.Select(static finding => finding.Code).ToArray());
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.8")]
    public async Task References_that_were_sent_without_a_refused_spec_can_be_removed()
    {
        await using var fixture = await RunFixture.StartAsync(Answer.Schema(("/specs/1/feature/name", "No")), Answer.Success());
        fixture.Repository.Write("features/stock.feature.yaml", RunFixture.Spec.Replace("cart", "stock", StringComparison.Ordinal));
        fixture.Repository.Commit();
        Assert.IsFalse((await fixture.RunAndSendAsync(2)).Report.Pushed);
        Assert.AreEqual(1, Data(fixture).GetProperty("cart.LINES.1").GetArrayLength());

        fixture.Repository.Delete("src/Cart.cs");
        fixture.Repository.Commit();
        await fixture.RunAndSendAsync(1);
        Assert.AreEqual(0, Data(fixture).GetProperty("cart.LINES.1").GetArrayLength());
    }

    // A repository with only references, which were sent.
    private static async Task<RunFixture> RemoveEverythingAsync()
    {
        var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { ProductName = "shop" };
        fixture.Repository.Delete("features/cart.feature.yaml");
        fixture.Repository.Commit();
        await fixture.RunAndSendAsync(1);
        fixture.Repository.Delete("src/Cart.cs");
        fixture.Repository.Commit();
        return fixture;
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

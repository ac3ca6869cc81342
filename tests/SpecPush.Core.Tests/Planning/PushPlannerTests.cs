using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Settings;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Planning;

[TestClass]
public sealed class PushPlannerTests
{
    [TestMethod]
    [TestCategory("push-planning.PRODUCTS.1")]
    [TestCategory("push-planning.PRODUCTS.2")]
    public void Each_product_has_a_request_and_the_first_carries_references_of_unknown_features()
    {
        var plan = Given.Plan(Given.Input(
            [Given.Spec("cart", "shop"), Given.Spec("stock", "depot")],
            [Given.Reference("cart.A.1"), Given.Reference("stock.A.1"), Given.Reference("elsewhere.A.1")]));
        CollectionAssert.AreEqual(new[] { "depot", "shop" }, plan.Requests.Select(static request => request.Product).ToArray());
        CollectionAssert.AreEqual(new[] { "elsewhere.A.1", "stock.A.1" }, Acids(plan.Requests[0]));
        CollectionAssert.AreEqual(new[] { "cart.A.1" }, Acids(plan.Requests[1]));
    }

    [TestMethod]
    [TestCategory("push-planning.PRODUCTS.3")]
    public void References_of_a_feature_that_two_products_share_are_sent_once()
    {
        var plan = Given.Plan(Given.Input([Given.Spec("cart", "shop"), Given.Spec("cart", "depot")], [Given.Reference("cart.A.1")]));
        CollectionAssert.AreEqual(new[] { "cart.A.1" }, Acids(plan.Requests[0]));
        Assert.IsEmpty(Acids(plan.Requests[1]));
    }

    [TestMethod]
    [TestCategory("push-planning.PRODUCTS.4")]
    public void References_without_specs_are_sent_with_the_names_of_the_settings()
    {
        var settings = new RawSettings { ProductName = "shop", TargetImplName = "main=shop/web", ParentImplName = "production" };
        var request = Given.Plan(Given.Input([], [Given.Reference("cart.A.1")], settings)).Requests.Single();
        Assert.AreEqual(("shop", "web", "production"), (request.Product, request.TargetImplName, request.ParentImplName));
    }

    [TestMethod]
    [TestCategory("push-planning.PRODUCTS.4")]
    public void Nothing_to_push_makes_no_request() => Assert.IsEmpty(Given.Plan(Given.Input([], [])).Requests);

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.4")]
    public void A_feature_that_has_lost_its_last_reference_gets_an_empty_list()
    {
        var input = Given.Input([Given.Spec("cart"), Given.Spec("delivery")], [Given.Reference("delivery.A.1")]);
        var plan = Given.Plan(input with { SentFeatures = ImmutableDictionary<string, string>.Empty.Add("cart", "cart.A.1").Add("delivery", "delivery.A.1") });
        var emptied = plan.Requests.Single().References.Single(static entry => entry.References.IsEmpty);
        Assert.AreEqual("cart.A.1", emptied.Acid);
        Assert.IsEmpty(Given.Plan(input with { Override = false, SentFeatures = input.SentFeatures!.Add("cart", "cart.A.1") })
            .Requests.Single().References.Where(static entry => entry.References.IsEmpty));
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.5")]
    [DataRow("main", null, true, 0)]
    [DataRow("work", null, false, 1)]
    [DataRow("main", "production", false, 1)]
    public void Without_saved_state_empty_lists_are_sent_only_on_the_default_branch_without_a_parent(string branch, string? parent, bool empties, int messages)
    {
        var input = Given.Input([Given.Spec("cart")], [], new RawSettings { ParentImplName = parent }, Given.Context(branch)) with { SentFeatures = null };
        var plan = Given.Plan(input);
        Assert.AreEqual(empties, plan.Requests.Single().References.Length == 1);
        Assert.AreEqual(messages, plan.Findings.Count(static finding => finding.Code == "SPUSH2002"));
    }

    [TestMethod]
    [TestCategory("push-planning.NAMES.1")]
    [TestCategory("push-planning.NAMES.2")]
    [DataRow("main", "main=production;release/*=staging", "production")]
    [DataRow("release/1.0", "main=production;release/*=staging", "staging")]
    [DataRow("feature/x/y", "main=production;release/*=staging", null)]
    [DataRow("feature/x/y", "feature/**=preview", "preview")]
    [DataRow("work", "main=production;other", "other")]
    [DataRow("main", "shop/web;depot/api", "web")]
    [DataRow("main", "depot/api;web", "web")]
    [DataRow("main", "feature/x", "feature/x")]
    [DataRow("main", "shop/feature/x", "feature/x")]
    public void The_first_entry_that_matches_names_the_implementation(string branch, string entries, string? expected)
    {
        var input = Given.Input(
            [Given.Spec("cart", "shop"), Given.Spec("stock", "depot")], [], new RawSettings { TargetImplName = entries }, Given.Context(branch));
        var request = Given.Plan(input).Requests.Single(static request => request.Product == "shop");
        Assert.AreEqual(expected, request.TargetImplName);
    }

    [TestMethod]
    [TestCategory("push-planning.NAMES.3")]
    public void An_entry_without_a_glob_is_not_applied_to_a_pull_request()
    {
        var context = Given.Context("work") with { PullRequest = new PullRequest(7, IsFork: false) };
        var plan = Given.Plan(Given.Input([Given.Spec("cart")], [], new RawSettings { TargetImplName = "production" }, context));
        Assert.IsNull(plan.Requests.Single().TargetImplName);
        Assert.AreEqual("SPUSH5008", plan.Findings.Single(static finding => finding.Code.StartsWith("SPUSH5", StringComparison.Ordinal)).Code);
        plan = Given.Plan(Given.Input([Given.Spec("cart")], [], new RawSettings { TargetImplName = "work=preview" }, context));
        Assert.AreEqual("preview", plan.Requests.Single().TargetImplName);
    }

    [TestMethod]
    [TestCategory("push-planning.NAMES.4")]
    [DataRow("main", null, "main", null)]
    [DataRow("main", "production", "production", null)]
    [DataRow("work", null, "main", "main")]
    public void A_parent_that_is_the_implementation_itself_is_omitted(string branch, string? target, string parent, string? expected)
    {
        var settings = new RawSettings { TargetImplName = target, ParentImplName = parent };
        Assert.AreEqual(expected, Given.Plan(Given.Input([Given.Spec("cart")], [], settings, Given.Context(branch))).Requests.Single().ParentImplName);
    }

    private static string[] Acids(SpecPush.Planning.PlannedRequest request) => [.. request.References.Select(static entry => entry.Acid)];
}

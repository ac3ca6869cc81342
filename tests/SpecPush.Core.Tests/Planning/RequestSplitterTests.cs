using System.Collections.Immutable;
using SpecPush.Planning;
using SpecPush.References;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Planning;

[TestClass]
public sealed class RequestSplitterTests
{
    private static readonly RequestBodies Bodies = new(Given.Context(), ImmutableDictionary<string, string>.Empty, includeRawContent: false);

    [TestMethod]
    [TestCategory("push-planning.LIMITS.1")]
    [TestCategory("push-planning.LIMITS.3")]
    public void Many_specs_and_acids_are_spread_over_requests_within_the_limits()
    {
        var specs = Enumerable.Range(1, 120).Select(static number => Given.Spec($"f{number:000}", requirements: 100)).ToImmutableArray();
        var plan = Given.Plan(Given.Input(specs, [.. specs.SelectMany(static spec => spec.Requirements).Select(static requirement => Given.Reference(requirement.Acid))]));

        CollectionAssert.AreEqual(new[] { 50, 50, 20 }, plan.Requests.Select(static request => request.Specs.Length).ToArray());
        CollectionAssert.AreEqual(new[] { 5000, 5000, 2000 }, plan.Requests.Select(static request => request.References.Length).ToArray());
        Assert.IsTrue(plan.Requests.All(static request => request.Override && !request.ContinuesPrevious));
        AssertWithinLimits(plan);
    }

    [TestMethod]
    [TestCategory("push-planning.LIMITS.3")]
    [TestCategory("push-planning.LIMITS.5")]
    public void A_feature_larger_than_a_request_is_replaced_by_the_first_and_added_to_by_the_next()
    {
        var references = Enumerable.Range(1, 12_000).Select(static number => Given.Reference($"cart.A.{number}")).ToImmutableArray();
        var plan = Given.Plan(Given.Input([Given.Spec("cart"), Given.Spec("zoo")], references.Add(Given.Reference("zoo.A.1"))));

        var holders = plan.Requests.Where(static request => request.References.Any(static entry => entry.Feature == "cart")).ToArray();
        CollectionAssert.AreEqual(new[] { true, false, false }, holders.Select(static request => request.Override).ToArray());
        CollectionAssert.AreEqual(new[] { false, true, true }, holders.Select(static request => request.ContinuesPrevious).ToArray());
        Assert.IsTrue(plan.Requests.Single(static request => request.References.Any(static entry => entry.Feature == "zoo")).Override);
        Assert.IsTrue(plan.Requests.All(static request => request.Specs.Length > 0), "the server would not know the product");
        Assert.AreEqual(12_001, plan.Requests.Sum(static request => request.References.Length));
        AssertWithinLimits(plan);
    }

    [TestMethod]
    [TestCategory("push-planning.LIMITS.1")]
    public void A_request_never_exceeds_the_size_of_a_body()
    {
        var specs = Enumerable.Range(1, 40).Select(static number => Given.Spec($"f{number}", requirements: 90, text: new string('ä', 900))).ToImmutableArray();
        var references = specs.SelectMany(static spec => Enumerable.Range(1, 300)
            .Select(line => Given.Reference($"{spec.Feature}.A.1", $"src/Ünïcödé \"quoted\" {new string('x', 100)}.cs", line)));
        AssertWithinLimits(Given.Plan(Given.Input(specs, [.. references])));
    }

    [TestMethod]
    [TestCategory("push-planning.LIMITS.4")]
    public void A_list_that_does_not_fit_into_a_request_is_cut_and_keeps_its_tests()
    {
        var references = Enumerable.Range(1, 20_000)
            .Select(static line => new Reference("cart.A.1", $"src/{new string('x', 150)}.cs", line, IsTest: line > 19_990)).ToImmutableArray();
        var plan = Given.Plan(Given.Input([Given.Spec("cart")], references));
        var kept = plan.Requests.SelectMany(static request => request.References).Single().References;
        Assert.AreEqual(10, kept.Count(static reference => reference.IsTest));
        Assert.IsLessThan(20_000, kept.Length);
        Assert.AreEqual("SPUSH2003", plan.Findings.Single().Code);
        AssertWithinLimits(plan);
    }

    [TestMethod]
    [TestCategory("push-memory.TWICE.3")]
    public void Requests_that_continue_each_other_are_one_chain()
    {
        var references = Enumerable.Range(1, 6_000).Select(static number => Given.Reference($"cart.A.{number}")).ToImmutableArray();
        var plan = Given.Plan(Given.Input([Given.Spec("cart"), Given.Spec("zoo")], references.Add(Given.Reference("zoo.A.1"))));
        var chains = RequestChains.Find(plan.Requests, static request => $"{request.References.Length}");
        Assert.HasCount(plan.Requests.Count(static request => !request.ContinuesPrevious), chains);
        Assert.IsTrue(chains.Any(static chain => chain.Requests.Length == 2));
    }

    private static void AssertWithinLimits(PushPlan plan)
    {
        foreach (var request in plan.Requests)
        {
            Assert.IsLessThanOrEqualTo(PushLimits.Specs, request.Specs.Length);
            Assert.IsLessThanOrEqualTo(PushLimits.Acids, request.References.Length);
            Assert.IsLessThanOrEqualTo(PushLimits.Body, Bodies.Serialize(request).Length);
        }

        var lists = plan.Requests.SelectMany(static request => request.References).Select(static entry => entry.Acid).ToArray();
        CollectionAssert.AllItemsAreUnique(lists);
    }
}

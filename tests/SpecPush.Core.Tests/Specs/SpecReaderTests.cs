using SpecPush.Specs;

namespace SpecPush.Tests.Specs;

[TestClass]
public sealed class SpecReaderTests
{
    [TestMethod]
    [TestCategory("spec-reading.TOGETHER.1")]
    [TestCategory("spec-reading.TOGETHER.2")]
    public void All_errors_of_all_files_are_reported_and_the_valid_specs_remain()
    {
        var reading = SpecText.Read(
            SpecText.File("features/c.feature.yaml", "feature: {name: c, product: shop}\n"),
            SpecText.File("features/b.feature.yaml", "feature: {name: b}\ncomponents:\n  A:\n    1:\n    x-1: Ignored\n    1-1-1: Works\n  A:\n    deprecated: maybe\n"),
            SpecText.File("features/a.feature.yaml", "feature: {name: a, product: `shop`}\n"));
        reading.Has(
            "features/a.feature.yaml(1,29): error SPUSH1031 | `",
            "features/b.feature.yaml(1,10): error SPUSH1005 | 'product:'",
            "features/b.feature.yaml(4,5): error SPUSH1014 | '1'",
            "features/b.feature.yaml(6,5): error SPUSH1010 | '1-1-1'",
            "features/b.feature.yaml(7,3): error SPUSH1009 | 'A' | on line 3",
            "features/b.feature.yaml(8,17): error SPUSH1013 | 'deprecated' | true or false");
        Assert.AreEqual("c", reading.Specs.Single().Feature);
    }

    [TestMethod]
    [TestCategory("spec-reading.TOGETHER.3")]
    public void A_feature_that_an_earlier_file_describes_is_an_error()
    {
        var reading = SpecText.Read(Spec("two", "shop", "auth"), Spec("one", "shop", "auth"));
        reading.Has("features/two/auth.feature.yaml(2,3): error SPUSH1018 | 'auth' | 'shop' | features/one/auth.feature.yaml");
        Assert.AreEqual("features/one/auth.feature.yaml", reading.Specs.Single().Path);
    }

    [TestMethod]
    [TestCategory("spec-reading.TOGETHER.4")]
    public void A_feature_name_of_two_products_is_a_warning()
    {
        var reading = SpecText.Read(Spec("one", "shop", "auth"), Spec("two", "bank", "auth"));
        reading.Has("features/two/auth.feature.yaml(2,3): warning SPUSH1019 | 'auth' | 'bank' | 'shop' | features/one/auth.feature.yaml");
        Assert.HasCount(2, reading.Specs);
    }

    [TestMethod]
    [TestCategory("spec-reading.TOGETHER.5")]
    public void Products_that_differ_in_case_are_a_warning()
    {
        var reading = SpecText.Read(Spec("one", "shop", "auth"), Spec("two", "Shop", "cart"), Spec("three", "shop", "mail"));
        reading.Has("features/two/cart.feature.yaml(3,3): warning SPUSH1039 | 'Shop' | 'shop' | features/one/auth.feature.yaml");
        Assert.HasCount(3, reading.Specs);
    }

    [TestMethod]
    [TestCategory("spec-reading.TOGETHER.6")]
    public void The_order_of_the_files_does_not_matter()
    {
        var files = Enumerable.Range(0, 200).Select(static number => Spec($"{number:000}", "shop", $"feature-{number % 150}")).ToArray();
        var forward = SpecText.Read(files);
        var backward = SpecText.Read([.. files.Reverse()]);
        CollectionAssert.AreEqual(
            Enumerable.Range(0, 150).Select(static number => $"features/{number:000}/feature-{number}.feature.yaml").ToArray(),
            forward.Specs.Select(static spec => spec.Path).ToArray());
        CollectionAssert.AreEqual(forward.Specs.Select(static spec => spec.Path).ToArray(), backward.Specs.Select(static spec => spec.Path).ToArray());
        CollectionAssert.AreEqual(forward.Findings, backward.Findings);
        Assert.HasCount(50, forward.Findings);
    }

    [TestMethod]
    [TestCategory("spec-reading.LIMITS.1")]
    public void A_spec_above_the_limits_of_the_hosted_server_is_a_warning_and_is_read()
    {
        var path = $"features/{new string('p', 486)}/auth.feature.yaml";
        var requirements = Enumerable.Range(1, 101).Select(static number => $"      {number}: {(number == 2 ? new string('x', 1001) : "Works")}\n");
        var yaml = $"feature:\n  name: auth\n  product: shop\n  description: {new string('x', 2501)}\ncomponents:\n  LOGIN:\n    requirements:\n{string.Concat(requirements)}";
        var reading = SpecText.Read(yaml, path);
        reading.Has(
            $"{path}(0,0): warning SPUSH1020 | 512",
            $"{path}(4,16): warning SPUSH1020 | 2,501 | 2,500",
            $"{path}(9,10): warning SPUSH1020 | '2' | 1,001 | 1,000",
            $"{path}(108,7): warning SPUSH1020 | 101 | 100");
        Assert.HasCount(101, reading.Specs.Single().Requirements);
    }

    [TestMethod]
    [TestCategory("spec-reading.LIMITS.1")]
    public void A_spec_at_the_limits_is_fine_and_counted_in_graphemes() =>
        Assert.HasCount(100, SpecText.ReadClean(SpecText.Head + string.Concat(Enumerable.Range(1, 100).Select(static number =>
            $"      {number}: {(number == 1 ? string.Concat(Enumerable.Repeat("👩‍👩‍👧", 1000)) : "Works")}\n"))).Requirements);

    [TestMethod]
    [TestCategory("spec-reading.HOSTILE.3")]
    public void Reading_stops_when_it_is_cancelled() =>
        Assert.ThrowsExactly<OperationCanceledException>(() => SpecReader.ReadAll([Spec("one", "shop", "auth")], new CancellationToken(canceled: true)));

    private static SpecFile Spec(string folder, string product, string feature) =>
        SpecText.File($"features/{folder}/{feature}.feature.yaml", $"feature:\n  name: {feature}\n  product: {product}\n");
}

namespace SpecPush.Tests.Specs;

[TestClass]
public sealed class FeatureReaderTests
{
    [TestMethod]
    [TestCategory("spec-reading.FEATURE.1")]
    [TestCategory("spec-reading.FEATURE.8")]
    public void The_keys_of_the_feature_are_read_with_their_places()
    {
        var spec = SpecText.ReadClean("""
            feature:
              name: auth-feature
              product: shop
              version: 1.2.0
              description: |
                Signs people in.

                And out.
              prerequisites: [mail-feature, 'A server, of course']
            """);
        Assert.AreEqual("auth-feature", spec.Feature);
        Assert.AreEqual("shop", spec.Product);
        Assert.AreEqual("1.2.0", spec.Version);
        Assert.AreEqual("Signs people in.\n\nAnd out.\n", spec.Description);
        CollectionAssert.AreEqual(new[] { "mail-feature", "A server, of course" }, spec.Prerequisites);
        Assert.AreEqual(SpecText.Path, spec.Path);
        CollectionAssert.AreEquivalent(
            new[] { "name 2,3", "product 3,3", "version 4,3", "description 5,3", "prerequisites 9,3" },
            spec.FeatureKeys.Select(static key => $"{key.Key} {key.Value.Line},{key.Value.Column}").ToArray());
    }

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.1")]
    public void An_empty_value_is_null()
    {
        var spec = SpecText.ReadClean("feature: {name: auth-feature, product: shop, version: , description: ~, prerequisites: null}\n");
        Assert.IsNull(spec.Version);
        Assert.IsNull(spec.Description);
        Assert.IsEmpty(spec.Prerequisites);
    }

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.2")]
    [DataRow("feature:\n  version: 1.0.0\n", "(2,3)", "(2,3)")]
    [DataRow("feature:\n  name:\n  product: ~\n", "(2,3)", "(3,3)")]
    public void A_missing_name_and_a_missing_product_are_errors(string yaml, string namePlace, string productPlace) =>
        SpecText.Read(yaml).Has(
            $"{namePlace}: error SPUSH1005 | 'name:'",
            $"{productPlace}: error SPUSH1005 | 'product:'");

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.2")]
    [DataRow("feature: auth\n", "(1,10)")]
    [DataRow("feature:\n", "(1,9)")]
    [DataRow("feature:\n  - name: auth-feature\n", "(2,3)")]
    public void A_feature_without_keys_is_an_error(string yaml, string place) =>
        SpecText.Read(yaml).Has($"{place}: error SPUSH1013 | 'feature' | keys");

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.3")]
    [DataRow("my.shop.example.com")]
    [DataRow("my shop")]
    [DataRow("''")]
    [DataRow("\"shop\\n\"")]
    [DataRow("größe")]
    public void A_product_that_the_server_cannot_take_is_an_error(string product) =>
        SpecText.Read($"feature:\n  name: auth-feature\n  product: {product}\n").Has(
            $"(3,12): error SPUSH1006 | '{product.Trim('\'', '"').Replace("\\n", "", StringComparison.Ordinal)}'");

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.3")]
    public void A_name_that_the_server_cannot_take_is_an_error() =>
        SpecText.Read("feature:\n  name: auth.feature\n  product: shop\n").Has(
            "(2,9): error SPUSH1006 | 'auth.feature'");

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.3")]
    public void A_name_of_256_characters_is_an_error() =>
        SpecText.Read($"feature:\n  name: {new string('a', 256)}\n  product: {new string('b', 255)}\n").Has(
            "(2,9): error SPUSH1006 | 255");

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.4")]
    [DataRow("1.0")]
    [DataRow("1.0.0-beta.3")]
    [DataRow("v1.0.0")]
    [DataRow("١.٠.٠")]
    public void A_version_that_the_server_refuses_is_omitted(string version)
    {
        var reading = SpecText.Read($"feature:\n  name: auth-feature\n  product: shop\n  version: {version}\n");
        reading.Has($"(4,12): warning SPUSH1007 | '{version}'");
        Assert.IsNull(reading.Specs.Single().Version);
    }

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.5")]
    public void The_last_of_repeated_keys_counts()
    {
        var reading = SpecText.Read("feature:\n  name: auth-feature\n  description: One\n  product: shop\n  description: Two\n");
        reading.Has("(5,3): warning SPUSH1008 | 'description' | on line 3");
        Assert.AreEqual("Two", reading.Specs.Single().Description);
        Assert.AreEqual(5, reading.Specs.Single().FeatureKeys["description"].Line);
    }

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.6")]
    public void Unknown_keys_are_ignored() =>
        SpecText.ReadClean("""
            feature: {name: auth-feature, product: shop, draft: true, key: x, draft: false}
            owner: us
            components:
              LOGIN:
                owner: us
                requirements:
                  1: {requirement: Works, skipped: true, reason: none}
            """);

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.7")]
    [DataRow("featuer:\n  name: auth-feature\n", "(1,1)", "featuer", "feature", DisplayName = "feature")]
    [DataRow("feature: {name: auth-feature, product: shop}\ncomponets:\n", "(2,1)", "componets", "components", DisplayName = "components")]
    [DataRow("feature: {name: auth-feature, product: shop, desciption: x}\n", "(1,46)", "desciption", "description", DisplayName = "description")]
    [DataRow("feature: {name: auth-feature, product: shop}\ncomponents:\n  LOGIN:\n    requirments:\n      1: Works\n", "(4,5)", "requirments", "requirements", DisplayName = "requirements")]
    [DataRow("feature: {name: auth-feature, product: shop}\nconstraints: {A: {1: {requirement: Works, deprected: true}}}\n", "(2,43)", "deprected", "deprecated", DisplayName = "deprecated")]
    public void A_misspelt_key_is_a_warning(string yaml, string place, string key, string meant) =>
        SpecText.Read(yaml).Has($"{place}: warning SPUSH1022 | '{key}' | '{meant}'");

    [TestMethod]
    [TestCategory("spec-reading.FILE.7")]
    public void A_file_that_is_not_named_after_its_feature_is_a_warning() =>
        SpecText.Read("feature:\n  name: other-feature\n  product: shop\n").Has(
            "(2,9): warning SPUSH1017 | 'other-feature' | 'auth-feature.feature.yaml' | other-feature.feature.yaml");

    [TestMethod]
    [TestCategory("spec-reading.FILE.7")]
    public void A_file_with_another_kind_of_name_is_fine() =>
        SpecText.Read("feature:\n  name: other-feature\n  product: shop\n", "specs/feature.yaml").Has();

    [TestMethod]
    [TestCategory("spec-reading.FEATURE.3")]
    public void A_name_with_capitals_is_a_message() =>
        SpecText.Read("feature:\n  name: Auth\n  product: shop\n", "features/Auth.feature.yaml").Has(
            "features/Auth.feature.yaml(2,9): message SPUSH1036 | 'auth'");
}

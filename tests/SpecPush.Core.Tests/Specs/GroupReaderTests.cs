namespace SpecPush.Tests.Specs;

[TestClass]
public sealed class GroupReaderTests
{
    private const string Feature = "feature:\n  name: auth-feature\n  product: shop\n";

    [TestMethod]
    [TestCategory("spec-reading.GROUPS.1")]
    [TestCategory("spec-reading.GROUPS.2")]
    public void Components_and_constraints_are_read_in_the_long_and_the_short_form()
    {
        var spec = SpecText.ReadClean(Feature + """
            components:
              LOGIN:
                name: Signing in
                description: For everybody
                requirements:
                  1: Works
                  1-1: Works well
              LOGOUT:
                name: Signing out
                1: Works
                1-note: Always
                "2": Works twice
              BOTH:
                requirements:
                  1: Works
                2: Works too
            constraints:
              SECURITY_2:
                1-2: Works safely

            """);
        CollectionAssert.AreEqual(
            new[]
            {
                "auth-feature.LOGIN.1", "auth-feature.LOGIN.1-1", "auth-feature.LOGOUT.1", "auth-feature.LOGOUT.2",
                "auth-feature.BOTH.1", "auth-feature.BOTH.2", "auth-feature.SECURITY_2.1-2",
            },
            spec.Requirements.Select(static requirement => requirement.Acid).ToArray());
    }

    [TestMethod]
    [TestCategory("spec-reading.GROUPS.3")]
    [DataRow("")]
    [DataRow("components:\nconstraints: ~\n")]
    [DataRow("components: {}\n")]
    [DataRow("components:\n  LOGIN:\n")]
    [DataRow("components:\n  LOGIN:\n    requirements:\n")]
    [DataRow("components:\n  LOGIN:\n    name: Signing in\n    requirements: {}\n")]
    public void Nothing_is_required_below_the_feature(string groups) => Assert.IsEmpty(SpecText.ReadClean(Feature + groups).Requirements);

    [TestMethod]
    [TestCategory("spec-reading.GROUPS.4")]
    [DataRow("SIGN IN")]
    [DataRow("SIGN.IN")]
    [DataRow("ÄNDERN")]
    [DataRow("''")]
    public void A_group_key_that_cannot_be_part_of_an_ACID_is_an_error(string key) =>
        SpecText.Read($"{Feature}components:\n  {key}:\n    1: Works\n").Has(
            $"(5,3): error SPUSH1035 | '{key.Trim('\'')}'");

    [TestMethod]
    [TestCategory("spec-reading.GROUPS.5")]
    [DataRow("login", "LOGIN")]
    [DataRow("Login", "LOGIN")]
    [DataRow("2FA", "G2FA")]
    [DataRow("_LOGIN", "G_LOGIN")]
    public void A_group_key_that_no_reference_can_name_is_a_warning(string key, string meant)
    {
        var reading = SpecText.Read($"{Feature}components:\n  {key}:\n    1: Works\n");
        reading.Has($"(5,3): warning SPUSH1012 | '{key}' | {meant}?");
        Assert.AreEqual($"auth-feature.{key}.1", reading.Specs.Single().Requirements.Single().Acid);
    }

    [TestMethod]
    [TestCategory("spec-reading.GROUPS.5")]
    public void A_dash_in_a_group_key_is_a_message() =>
        SpecText.Read($"{Feature}components:\n  SIGN-IN:\n    1: Works\n").Has(
            "(5,3): message SPUSH1037 | 'SIGN-IN'");

    [TestMethod]
    [TestCategory("spec-reading.GROUPS.6")]
    [DataRow("components:\n  LOGIN:\n    1: Works\n  LOGIN:\n    2: Works\n", DisplayName = "among components")]
    [DataRow("components:\n  LOGIN:\n    1: Works\nconstraints: {LOGIN: {1: Works}}\n", DisplayName = "as component and as constraint")]
    public void A_repeated_group_is_an_error(string groups) =>
        SpecText.Read(Feature + groups).Has(
            $"(7,{(groups.Contains('{', StringComparison.Ordinal) ? 15 : 3)}): error SPUSH1009 | 'LOGIN' | on line 5");

    [TestMethod]
    [TestCategory("spec-reading.GROUPS.7")]
    [DataRow("components:\ncomponents:\n", "(5,1)", "components", 4)]
    [DataRow("feature:\n", "(4,1)", "feature", 1)]
    [DataRow("components:\n  A:\n    requirements:\n      1: Works\n    requirements:\n      2: Works\n", "(8,5)", "requirements", 6)]
    [DataRow("components:\n  A:\n    1:\n      note: x\n      requirement: Works\n      note: y\n", "(9,7)", "note", 7)]
    public void Any_other_repeated_key_is_an_error(string groups, string place, string key, int firstLine)
    {
        SpecText.Read(Feature + groups).HasAmongOthers($"{place}: error SPUSH1009 | '{key}' | on line {firstLine}");
    }

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.12")]
    [DataRow("components: text\n", "(4,13)", "components", "groups of requirements")]
    [DataRow("components:\n  - LOGIN\n", "(5,3)", "components", "groups of requirements")]
    [DataRow("components:\n  LOGIN: Works\n", "(5,10)", "LOGIN", "requirements")]
    [DataRow("components:\n  LOGIN:\n    - Works\n", "(6,5)", "LOGIN", "requirements")]
    [DataRow("components:\n  LOGIN:\n    requirements:\n      - Works\n", "(7,7)", "requirements", "requirements by number")]
    [DataRow("components:\n  LOGIN:\n    deprecated: maybe\n", "(6,17)", "deprecated", "true or false")]
    public void A_value_of_the_wrong_kind_is_an_error(string groups, string place, string key, string expected) =>
        SpecText.Read(Feature + groups).Has($"{place}: error SPUSH1013 | '{key}' | {expected}");
}

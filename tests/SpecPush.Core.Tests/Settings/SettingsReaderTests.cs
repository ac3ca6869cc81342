using SpecPush.Settings;

namespace SpecPush.Tests.Settings;

[TestClass]
public sealed class SettingsReaderTests
{
    [TestMethod]
    [TestCategory("settings.VALUES.7")]
    [DataRow("src/a?.cs", "'?' is not supported in globs")]
    [DataRow("src/[ab].cs", "'[' is not supported in globs")]
    [DataRow("{src,tests", "its braces are unbalanced, nested or too many")]
    [DataRow("src}/{a", "its braces are unbalanced, nested or too many")]
    [DataRow("{a,{b,c}}", "its braces are unbalanced, nested or too many")]
    [DataRow("{a,b}{a,b}{a,b}{a,b}{a,b}", "its braces are unbalanced, nested or too many")]
    [DataRow("{a,a,a,a,a,a,a,a,a,a,a}{b,b,b,b,b,b,b,b,b,b}{c,c,c,c,c,c,c,c,c,c}", "its braces are unbalanced, nested or too many")]
    [DataRow("{a\u001b", "'{a ', but its braces are unbalanced, nested or too many")]
    [DataRow("src/../x", "it is not a glob")]
    public void A_glob_that_would_silently_match_nothing_is_an_error(string pattern, string problem)
    {
        RawSettings[] all = [new() { Specs = pattern }, new() { Exclude = pattern }, new() { Branches = pattern }, new() { Assemblies = pattern }, new() { TargetImplName = $"{pattern}=x" }, new() { ParentImplName = $"{pattern}=x" }];
        foreach (var raw in all)
        {
            var (settings, findings) = SettingsReader.Read(raw, EnvironmentVariables.Empty, SettingSpelling.MSBuildProperty);
            Assert.IsNull(settings);
            Assert.AreEqual("SPUSH5013", findings.Single().Code);
            StringAssert.Contains(findings.Single().Message, problem);
        }
    }

    [TestMethod]
    [TestCategory("settings.VALUES.7")]
    [DataRow("{src,tests}/**/*.{cs,fs}", "src/a/b.cs", true)]
    [DataRow("{src,tests}/**/*.{cs,fs}", "tests/b.fs", true)]
    [DataRow("{src,tests}/**/*.{cs,fs}", "docs/b.fs", false)]
    [DataRow("!{dependabot,renovate}/**", "renovate/x", false)]
    [DataRow("!{dependabot,renovate}/**", "main", true)]
    public void Alternatives_in_braces_each_count(string pattern, string text, bool expected) =>
        Assert.AreEqual(expected, new PatternList([pattern]).Matches(text));

    [TestMethod]
    [TestCategory("settings.VALUES.9")]
    [DataRow("specs/", "specs/**")]
    [DataRow("!{old,new}//", "!old/**", "!new/**")]
    [DataRow("**.yaml", "**/*.yaml")]
    [DataRow("!specs/**.d/a**.yaml", "!specs/**/*.d/a**.yaml")]
    [DataRow("specs/**", "specs/**")]
    [DataRow("/", "/")]
    public void Short_forms_are_spelled_out_for_programs_that_do_not_know_them(string pattern, params string[] expected) =>
        CollectionAssert.AreEqual(expected, new PatternList([pattern]).Patterns.ToArray());

    [TestMethod]
    [TestCategory("settings.VALUES.9")]
    [DataRow("specs/")]
    [DataRow("specs/**.yaml")]
    public void Short_forms_match_at_any_depth(string pattern) =>
        CollectionAssert.AreEquivalent(new[] { "specs/a.yaml", "specs/b/c/a.yaml" }, new PatternList([pattern]).Filter(["specs/a.yaml", "specs/b/c/a.yaml", "other/a.yaml"]).ToArray());

    [TestMethod]
    [TestCategory("settings.READ.1")]
    [TestCategory("settings.VALUES.4")]
    public void Blank_settings_are_the_defaults()
    {
        var settings = Read(new RawSettings { Mode = " ", ApiUrl = "", Branches = "\n", Timeout = " ", Force = "" });
        Assert.AreEqual((RunMode.Auto, new Uri("https://app.acai.sh/api/v1/"), false), (settings.Mode, settings.ApiUrl, settings.Force));
        Assert.IsNull(settings.Timeout);
        Assert.IsTrue(settings.Branches.Matches("main"));
        Assert.IsTrue(settings.Branches.Matches("feature/a/b"));
        Assert.IsFalse(settings.Branches.Matches("renovate/x"));
        Assert.IsFalse(settings.Exclude.Matches("src/a.cs"));
        CollectionAssert.AreEquivalent(
            new[] { "features/a.feature.yaml", "features/x/b.feature.yaml" },
            settings.Specs.Filter(["features/a.feature.yaml", "features/x/b.feature.yaml", "docs/features/c.feature.yaml", "features/a.yaml"]).ToArray());
    }

    [TestMethod]
    [TestCategory("settings.READ.2")]
    [TestCategory("settings.VALUES.1")]
    [TestCategory("settings.VALUES.3")]
    [TestCategory("settings.VALUES.5")]
    [TestCategory("settings.VALUES.6")]
    [TestCategory("pushing.TOKEN.3")]
    [DataRow("Mode", "Psh", "SPUSH5001", "Auto, Push, Check, Collect, Off")]
    [DataRow("OverrideReferences", "yes", "SPUSH5001", "Auto, True, False")]
    [DataRow("Force", "1", "SPUSH5001", "true, false")]
    [DataRow("Mode", "0", "SPUSH5001", "'0'")]
    [DataRow("ApiUrl", "app.acai.sh", "SPUSH5002", "absolute")]
    [DataRow("ApiUrl", "ftp://app.acai.sh", "SPUSH5002", "absolute")]
    [DataRow("ApiUrl", "https://app.acai.sh/api?x=1", "SPUSH5002", "query")]
    [DataRow("ApiUrl", "https://user:secret@app.acai.sh", "SPUSH5003", "ACAI_API_TOKEN")]
    [DataRow("ApiUrl", "http://10.0.0.7:4000/api/v1", "SPUSH5004", "SpecPushAllowInsecureApi")]
    [DataRow("Scope", "../elsewhere", "SPUSH5005", "inside the repository")]
    [DataRow("Scope", "/etc", "SPUSH5005", "inside the repository")]
    [DataRow("TargetImplName", "=production", "SPUSH5006", "'=production'")]
    [DataRow("ParentImplName", "main=", "SPUSH5006", "SpecPushParentImplName")]
    [DataRow("Timeout", "soon", "SPUSH5007", "'soon'")]
    [DataRow("Timeout", "-1", "SPUSH5007", "'-1'")]
    [DataRow("Timeout", "86400", "SPUSH5007", "3600")]
    public void An_invalid_value_is_an_error_that_names_the_valid_ones(string name, string value, string code, string message)
    {
        var raw = new RawSettings();
        typeof(RawSettings).GetProperty(name)!.SetValue(raw, value);
        var (settings, findings) = SettingsReader.Read(raw, EnvironmentVariables.Empty, SettingSpelling.MSBuildProperty);
        Assert.IsNull(settings);
        Assert.AreEqual(code, findings.Single().Code);
        StringAssert.Contains(findings.Single().Message, message);
        Assert.IsFalse(findings.Single().Message.Contains("secret", StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("settings.READ.3")]
    public void Lists_are_separated_by_semicolons_or_line_ends()
    {
        var settings = Read(new RawSettings { Features = " a ;b\r\n c\n;" });
        CollectionAssert.AreEquivalent(new[] { "a", "b", "c" }, settings.Features.ToArray());
    }

    [TestMethod]
    [TestCategory("settings.READ.4")]
    public void A_setting_is_spelled_as_in_its_host()
    {
        Assert.AreEqual("SpecPushTargetImplName", SettingSpelling.MSBuildProperty["target-impl-name"]);
        Assert.AreEqual("target-impl-name", SettingSpelling.ActionInput["target-impl-name"]);
    }

    [TestMethod]
    [TestCategory("settings.VALUES.2")]
    public void The_address_comes_from_the_setting_or_else_from_the_environment()
    {
        Assert.AreEqual("https://one.example/v1/", Read(new RawSettings { ApiUrl = "https://one.example/v1/" }, ("ACAI_API_URL", "https://two.example")).ApiUrl.ToString());
        Assert.AreEqual("https://two.example/", Read(new RawSettings(), ("ACAI_API_URL", "https://two.example"), ("ACAI_API_BASE_URL", "")).ApiUrl.ToString());
        Assert.AreEqual("https://three.example/", Read(new RawSettings(), ("ACAI_API_URL", "https://two.example"), ("ACAI_API_BASE_URL", "https://three.example")).ApiUrl.ToString());
        Assert.AreEqual("http://[::1]:4000/api/v1/", Read(new RawSettings { ApiUrl = "http://[::1]:4000/api/v1" }).ApiUrl.ToString());
        Assert.AreEqual("http://10.0.0.7/", Read(new RawSettings { ApiUrl = "http://10.0.0.7", AllowInsecureApi = "true" }).ApiUrl.ToString());
    }

    [TestMethod]
    [TestCategory("settings.VALUES.3")]
    [DataRow("src/", "src")]
    [DataRow("./src", "src")]
    [DataRow("src\\web", "src/web")]
    [DataRow(".", "")]
    public void A_scope_is_a_folder_in_any_spelling(string scope, string expected) =>
        Assert.AreEqual(expected, Read(new RawSettings { Scope = scope }).Scope);

    private static PushSettings Read(RawSettings raw, params (string Name, string Value)[] environment)
    {
        var variables = new EnvironmentVariables(environment.Select(static variable => KeyValuePair.Create(variable.Name, variable.Value)));
        var (settings, findings) = SettingsReader.Read(raw, variables, SettingSpelling.MSBuildProperty);
        Assert.IsEmpty(findings);
        return settings!;
    }
}

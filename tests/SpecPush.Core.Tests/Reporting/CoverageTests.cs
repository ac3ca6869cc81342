using System.Text.RegularExpressions;
using SpecPush.Coverage;
using SpecPush.Findings;
using SpecPush.Settings;
using SpecPush.Tests.Run;

namespace SpecPush.Tests.Reporting;

[TestClass]
public sealed partial class CoverageTests
{
    [TestMethod]
    [TestCategory("coverage.COUNT.1")]
    public async Task Each_requirement_has_its_places()
    {
        await using var fixture = await StartAsync();
        var feature = (await fixture.RunAsync()).Report.Coverage.Single();
        CollectionAssert.AreEqual(
            new[]
            {
                "cart.LINES.1 'Adds an article' features/cart.feature.yaml:6 code src/Cart.cs:1 src/Cart.cs:2 tests tests/CartTests.cs:1",
                "cart.LINES.2 'Removes an article' features/cart.feature.yaml:7 code src/Cart.cs:2 tests ",
                "cart.LINES.3 'Old' features/cart.feature.yaml:8 deprecated code  tests ",
            },
            feature.ByRequirement.Select(static requirement =>
                $"{requirement.Acid} '{requirement.Text}' {requirement.Path}:{requirement.Line}{(requirement.Deprecated ? " deprecated" : "")} code {string.Join(' ', requirement.References)} tests {string.Join(' ', requirement.Tests)}").ToArray());
        Assert.AreEqual((2, 1, 2, 1), (feature.Requirements, feature.Deprecated, feature.WithReferences, feature.WithTests));
    }

    [TestMethod]
    [TestCategory("coverage.COUNT.2")]
    public async Task The_figures_equal_an_independent_count()
    {
        await using var fixture = await RunFixture.StartAsync();
        var random = new Random(3);
        var mentions = new List<(string Acid, bool IsTest)>();
        for (var file = 0; file < 40; file++)
        {
            var acids = Enumerable.Range(0, random.Next(6)).Select(_ => $"f{random.Next(5)}.A.{random.Next(1, 13)}").ToArray();
            var isTest = random.Next(2) == 0;
            fixture.Repository.Write(isTest ? $"tests/F{file}.cs" : $"src/F{file}.cs", string.Concat(acids.Select(static acid => $"// {acid}\n")));
            mentions.AddRange(acids.Select(acid => (acid, isTest)));
        }

        for (var feature = 0; feature < 5; feature++)
        {
            fixture.Repository.Write($"features/f{feature}.feature.yaml", $"feature:\n  name: f{feature}\n  product: shop\ncomponents:\n  A:\n{string.Concat(Enumerable.Range(1, 10).Select(static id => $"    {id}: It works\n"))}");
        }

        fixture.Settings = new RawSettings { Mode = "Check" };
        foreach (var coverage in (await fixture.RunAsync()).Report.Coverage.Where(static feature => feature.Feature != "cart"))
        {
            var text = await File.ReadAllTextAsync(Path.Combine(fixture.Repository.Path, "features", $"{coverage.Feature}.feature.yaml"));
            var acids = Id.Matches(text).Select(match => $"{coverage.Feature}.A.{match.Groups["id"].Value}").ToArray();
            Assert.AreEqual(acids.Length, coverage.Requirements);
            Assert.AreEqual(acids.Count(acid => mentions.Exists(mention => mention.Acid == acid)), coverage.WithReferences, coverage.Feature);
            Assert.AreEqual(acids.Count(acid => mentions.Exists(mention => mention.Acid == acid && mention.IsTest)), coverage.WithTests, coverage.Feature);
            CollectionAssert.AreEqual(acids.Where(acid => !mentions.Exists(mention => mention.Acid == acid && mention.IsTest)).ToArray(), coverage.Untested.ToArray());
        }
    }

    [TestMethod]
    [TestCategory("coverage.GATE.1")]
    [DataRow("50", false)]
    [DataRow("51", true)]
    [DataRow("0", false)]
    public async Task Too_few_tested_requirements_are_an_error(string minimum, bool fails)
    {
        await using var fixture = await StartAsync();
        fixture.Settings = new RawSettings { Mode = "Check", MinimumTested = minimum };
        var finding = (await fixture.RunAsync()).Findings.SingleOrDefault(static finding => finding.Code == "SPUSH2020");
        Assert.AreEqual(fails, finding is { Severity: Severity.Error } && finding.Message.Contains("1 of 2 requirements, 50 %", StringComparison.Ordinal), finding?.Message);
    }

    [TestMethod]
    [TestCategory("coverage.GATE.2")]
    [TestCategory("coverage.GATE.3")]
    [TestCategory("coverage.GATE.4")]
    [TestCategory("coverage.GATE.5")]
    public async Task A_baseline_is_written_on_request_and_allows_what_it_lists()
    {
        await using var fixture = await StartAsync();
        fixture.Settings = new RawSettings { Mode = "Check", Baseline = "untested.txt" };
        Assert.AreEqual("SPUSH2022 error", await GateAsync(fixture));
        Assert.IsFalse(File.Exists(Path.Combine(fixture.Repository.Path, "untested.txt")));

        fixture.Settings = fixture.Settings with { UpdateBaseline = "true" };
        Assert.AreEqual("", await GateAsync(fixture));
        StringAssert.EndsWith(await File.ReadAllTextAsync(Path.Combine(fixture.Repository.Path, "untested.txt")), "need no test\ncart.LINES.2\n");

        fixture.Settings = fixture.Settings with { UpdateBaseline = null };
        Assert.AreEqual("", await GateAsync(fixture));
        fixture.Repository.Write("features/cart.feature.yaml", RunFixture.Spec + "\n    4: New\n");
        Assert.AreEqual("SPUSH2021 error features/cart.feature.yaml:8", await GateAsync(fixture));
        fixture.Repository.Write("tests/CartTests.cs", "// cart.LINES.1 cart.LINES.2 cart.LINES.4\n");
        Assert.AreEqual("SPUSH2024 message", await GateAsync(fixture));
    }

    [TestMethod]
    [TestCategory("coverage.GATE.3")]
    public async Task A_baseline_that_cannot_be_written_is_an_error()
    {
        await using var fixture = await StartAsync();
        fixture.Settings = new RawSettings { Mode = "Check", Baseline = "src/Cart.cs/untested.txt", UpdateBaseline = "true" };
        Assert.AreEqual("SPUSH2023 error", await GateAsync(fixture));
    }

    [TestMethod]
    [TestCategory("settings.READ.2")]
    [DataRow("101", null, null, "SPUSH5014", "SpecPushMinimumTested is '101'")]
    [DataRow("-1", null, null, "SPUSH5014", "SpecPushMinimumTested is '-1'")]
    [DataRow("80%", null, null, "SPUSH5014", "SpecPushMinimumTested is '80%'")]
    [DataRow(null, null, "true", "SPUSH5015", "SpecPushUpdateBaseline")]
    public void Invalid_settings_are_errors(string? minimum, string? baseline, string? update, string code, string fact)
    {
        var raw = new RawSettings { MinimumTested = minimum, Baseline = baseline, UpdateBaseline = update };
        var finding = SettingsReader.Read(raw, EnvironmentVariables.Empty, SettingSpelling.MSBuildProperty).Findings.Single();
        Assert.AreEqual((code, Severity.Error), (finding.Code, finding.Severity));
        StringAssert.Contains(finding.Message, fact);
    }

    [TestMethod]
    [TestCategory("coverage.BADGE.1")]
    public async Task The_badge_shows_the_percentage()
    {
        await using var fixture = await StartAsync();
        fixture.Settings = new RawSettings { Mode = "Check", Badge = "out/badge.svg" };
        await fixture.RunAsync();
        var badge = System.Xml.Linq.XDocument.Parse(await File.ReadAllTextAsync(Path.Combine(fixture.Repository.Path, "out", "badge.svg")));
        Assert.AreEqual("requirements tested: 50%", badge.Root!.Attribute("aria-label")!.Value);
        Assert.AreEqual(66, new CoverageTotal(3, 2).PercentTested);
        Assert.AreEqual(99, new CoverageTotal(1_000, 999).PercentTested);
    }

    private static async Task<RunFixture> StartAsync()
    {
        var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("features/cart.feature.yaml", RunFixture.Spec + "\n    3:\n      requirement: Old\n      deprecated: true\n");
        fixture.Repository.Write("src/Cart.cs", "// cart.LINES.1\n// cart.LINES.1 cart.LINES.2\n");
        fixture.Repository.Write("tests/CartTests.cs", "// cart.LINES.1\n");
        fixture.Repository.Commit();
        return fixture;
    }

    private static async Task<string> GateAsync(RunFixture fixture) => string.Join(' ', (await fixture.RunAsync()).Report.Findings
        .Where(static finding => finding.Code.StartsWith("SPUSH202", StringComparison.Ordinal))
        .Select(static finding => $"{finding.Code} {finding.Severity.ToString().ToLowerInvariant()}{(finding.Location is { } place ? $" {place.Path}:{place.Line}" : "")}"));

    [GeneratedRegex(@"^    (?<id>\d+): ", RegexOptions.Multiline)]
    private static partial Regex Id { get; }
}

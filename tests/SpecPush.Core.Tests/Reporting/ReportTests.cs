using System.Text.Json;
using SpecPush.Coverage;
using SpecPush.Findings;
using SpecPush.Settings;
using SpecPush.Tests.Infrastructure;
using SpecPush.Tests.Run;

namespace SpecPush.Tests.Reporting;

[TestClass]
public sealed class ReportTests
{
    [TestMethod]
    [TestCategory("report.JSON.1")]
    public async Task The_file_has_what_the_documentation_says()
    {
        await using var fixture = await RunFixture.StartAsync(Answer.Success("shop", "main", "Take care"));
        fixture.Repository.Write("features/odd.feature.yaml", "feature:\n  name: odd\n  product: shop\n  version: 1.0\n");
        fixture.Repository.Commit();
        fixture.Settings = new RawSettings { Report = "out/report.json" };
        await fixture.RunAndSendAsync(1);
        var report = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(fixture.Repository.Path, "out/report.json"))).RootElement;
        Assert.AreEqual(1, report.GetProperty("schemaVersion").GetInt32());
        Assert.IsTrue(report.GetProperty("pushed").GetBoolean());
        Assert.IsFalse(report.TryGetProperty("reason", out _));
        var context = report.GetProperty("context");
        Assert.AreEqual(
            ("github.com/my-org/my-repo", "main", fixture.Repository.Head, "git"),
            (context.GetProperty("repoUri").GetString(), context.GetProperty("branch").GetString(), context.GetProperty("commit").GetString(), context.GetProperty("provider").GetString()));
        Assert.AreEqual(
            """{"product":"shop","implementation":"main","branchId":"b1","specsCreated":1,"specsUpdated":0,"references":1,"warnings":["Take care"]}""",
            JsonSerializer.Serialize(report.GetProperty("results")[0]));
        var finding = report.GetProperty("findings").EnumerateArray().Single(static finding => finding.GetProperty("code").GetString() == "SPUSH1007");
        Assert.AreEqual("""{"path":"features/odd.feature.yaml","line":4,"column":12}""", JsonSerializer.Serialize(finding.GetProperty("location")));
        Assert.AreEqual("warning", finding.GetProperty("severity").GetString());
        StringAssert.EndsWith(finding.GetProperty("helpLink").GetString(), "#spush1007");
        Assert.AreEqual(JsonValueKind.Number, report.GetProperty("timings").GetProperty("total").ValueKind);
    }

    [TestMethod]
    [TestCategory("report.JSON.2")]
    [TestCategory("text-references.FILES.4")]
    public async Task The_file_is_replaced_atomically_and_contains_no_references()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Report = "report.json", Mode = "Check" };
        fixture.Repository.Write("report.json", new string('x', 1_000_000));
        var first = await fixture.RunAsync();
        Assert.AreEqual(1, first.Report.Coverage.Single().WithReferences);
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(fixture.Repository.Path, "report.json")));
        fixture.Repository.Delete("src/Cart.cs");
        Assert.AreEqual(0, (await fixture.RunAsync()).Report.Coverage.Single().WithReferences);
        Assert.IsEmpty(Directory.EnumerateFiles(fixture.Repository.Path, "*.tmp", SearchOption.AllDirectories));
    }

    [TestMethod]
    [TestCategory("report.JSON.3")]
    public async Task A_path_that_cannot_be_written_to_is_a_warning()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Report = "src/Cart.cs/report.json" };
        var result = await fixture.RunAndSendAsync(1);
        Assert.AreEqual(Severity.Warning, result.Findings.Single(static finding => finding.Code == "SPUSH5011").Severity);
    }

    [TestMethod]
    [TestCategory("report.COVERAGE.1")]
    public void Coverage_counts_requirements_that_are_not_deprecated()
    {
        var spec = Given.Spec("cart", requirements: 4);
        spec = spec with { Requirements = spec.Requirements.SetItem(3, spec.Requirements[3] with { Deprecated = true }) };
        var coverage = CoverageCount.Count([spec], [Given.Reference("cart.A.1"), Given.Reference("cart.A.2", isTest: true), Given.Reference("cart.A.4", isTest: true)]).Single();
        Assert.AreEqual((3, 1, 2, 1), (coverage.Requirements, coverage.Deprecated, coverage.WithReferences, coverage.WithTests));
        CollectionAssert.AreEqual(new[] { "cart.A.1", "cart.A.3" }, coverage.Untested.ToArray());
    }

    [TestMethod]
    [TestCategory("report.FINDINGS.1")]
    public void Findings_are_shown_most_severe_first_then_by_place()
    {
        Finding[] findings =
        [
            new("SPUSH2", Severity.Warning, "x", new SourceLocation("b", 1)), new("SPUSH1", Severity.Error, "x"), new("SPUSH2", Severity.Warning, "x", new SourceLocation("a", 2)),
            new("SPUSH9", Severity.Message, "x"), new("SPUSH2", Severity.Warning, "x", new SourceLocation("a", 1)), new("SPUSH1", Severity.Error, "x"),
        ];
        CollectionAssert.AreEqual(new[] { findings[1], findings[4], findings[2], findings[0], findings[3] }, FindingOrder.Sort([.. findings]).ToArray());
    }
}

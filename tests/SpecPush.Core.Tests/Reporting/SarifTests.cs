using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using NJsonSchema;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Reporting.Sarif;
using SpecPush.Settings;
using SpecPush.Tests.Run;

namespace SpecPush.Tests.Reporting;

[TestClass]
public sealed class SarifTests
{
    private static readonly Finding Placed = new("SPUSH1010", Severity.Error, "'3-0' is no requirement id\n<b>\u202e", new SourceLocation("features/a b/ü:%.feature.yaml", 14, 7));

    [TestMethod]
    [TestCategory("report.SARIF.1")]
    public async Task The_schema_of_SARIF_accepts_it()
    {
        var schema = await JsonSchema.FromFileAsync(
            typeof(SarifTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "SarifSchema").Value!);
        Assert.IsEmpty(schema.Validate(Write()));
        Assert.IsEmpty(schema.Validate(Write(
            Placed,
            Placed with { Severity = Severity.Warning, Location = new SourceLocation("a.cs", 3) },
            Placed with { Severity = Severity.Message, Location = new SourceLocation("a.cs") },
            Placed with { Location = null })));
        Assert.IsNotEmpty(schema.Validate(Write(Placed).Replace("\"startLine\": 14", "\"startLine\": 0", StringComparison.Ordinal)), "the schema checks nothing");
    }

    [TestMethod]
    [TestCategory("report.SARIF.1")]
    [TestCategory("report.SARIF.2")]
    public void Each_finding_has_its_place_level_and_rule()
    {
        var run = JsonDocument.Parse(Write(
            Placed, new Finding("SPUSH4051", Severity.Warning, "The server was not reached."), Placed with { Code = "SPUSH2013", Severity = Severity.Message, Location = new SourceLocation("a.cs") })).RootElement.GetProperty("runs")[0];
        CollectionAssert.AreEqual(
            new[] { "SPUSH1010 error features/a%20b/%C3%BC%3A%25.feature.yaml 14 7", "SPUSH2013 note a.cs" },
            run.GetProperty("results").EnumerateArray().Select(Render).ToArray());
        var invocation = run.GetProperty("invocations")[0];
        Assert.IsTrue(invocation.GetProperty("executionSuccessful").GetBoolean());
        var notification = invocation.GetProperty("toolExecutionNotifications").EnumerateArray().Single();
        Assert.AreEqual(("warning", "The server was not reached."), (notification.GetProperty("level").GetString(), notification.GetProperty("message").GetProperty("text").GetString()));
        CollectionAssert.AreEqual(
            new[] { "SPUSH1010", "SPUSH2013", "SPUSH4051" },
            run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(static rule => rule.GetProperty("id").GetString()).ToArray());
    }

    [TestMethod]
    [TestCategory("report.SARIF.3")]
    public void A_finding_keeps_its_fingerprint_in_another_line_and_two_alike_have_two()
    {
        var first = Fingerprints(Placed).Single();
        Assert.AreEqual(first, Fingerprints(Placed with { Location = Placed.Location! with { Line = 99 } }).Single());
        Assert.AreNotEqual(first, Fingerprints(Placed with { Code = "SPUSH1011" }).Single());
        CollectionAssert.AllItemsAreUnique(Fingerprints(Placed, Placed));
    }

    [TestMethod]
    [TestCategory("report.SARIF.1")]
    public async Task A_run_writes_the_report_to_its_path_and_does_not_scan_it()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Sarif = "out/specpush.sarif", Mode = "Push" };
        fixture.Repository.Write("src/Unknown.cs", "// cart.LINES.9\n");
        fixture.Repository.Commit();
        await fixture.RunAndSendAsync(1);
        var text = await File.ReadAllTextAsync(Path.Combine(fixture.Repository.Path, "out", "specpush.sarif"));
        var run = JsonDocument.Parse(text).RootElement.GetProperty("runs")[0];
        StringAssert.StartsWith(Render(run.GetProperty("results")[0]), "SPUSH2010 warning src/Unknown.cs 1");
        Assert.IsTrue(OutputMarker.IsIn(Encoding.UTF8.GetBytes(text)));
    }

    private static string Write(params ImmutableArray<Finding> findings) =>
        Encoding.UTF8.GetString(SarifWriter.Serialize(new Report { Context = new PushContext { Provider = "git" }, Findings = findings }));

    private static string[] Fingerprints(params ImmutableArray<Finding> findings) =>
        [.. JsonDocument.Parse(Write(findings)).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(static result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!)];

    private static string Render(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var region = place.TryGetProperty("region", out var found) ? $" {found.GetProperty("startLine")} {(found.TryGetProperty("startColumn", out var column) ? column : "")}" : "";
        return $"{result.GetProperty("ruleId")} {result.GetProperty("level")} {place.GetProperty("artifactLocation").GetProperty("uri")}{region}".TrimEnd();
    }
}

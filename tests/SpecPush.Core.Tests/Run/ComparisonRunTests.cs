using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Tests.Run;

/// <summary>The comparison as part of a run.</summary>
[TestClass]
public sealed class ComparisonRunTests
{
    [TestMethod]
    [TestCategory("comparison.SHOWN.7")]
    [TestCategory("comparison.SHOWN.5")]
    public async Task A_run_shows_what_changed_and_again_after_the_branch_moved()
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Git("checkout", "-q", "-b", "work");
        fixture.Repository.Write("features/cart.feature.yaml", RunFixture.Spec.Replace("Adds an article", "Adds articles", StringComparison.Ordinal));
        fixture.Repository.Commit();
        fixture.Settings = new RawSettings { Mode = "Check", CompareWith = "main" };
        var result = await fixture.RunAsync();
        CollectionAssert.IsSubsetOf(
            new[] { $"SpecPush: compared with main ({fixture.Repository.Git("rev-parse", "--short=7", "main")}): 1 requirement changed: 1 reworded", "SpecPush:   cart.LINES.1: reworded – Adds articles" },
            result.Lines.ToArray());

        // The second run uses the saved report, with the same result.
        var again = await fixture.RunAsync();
        CollectionAssert.AreEqual(result.Report.Comparison!.Requirements.Select(static change => change.Acid).ToArray(), again.Report.Comparison!.Requirements.Select(static change => change.Acid).ToArray());

        // A run also depends on what it is compared with.
        fixture.Repository.Git("branch", "-f", "main", "work");
        Assert.IsEmpty((await fixture.RunAsync()).Report.Comparison!.Requirements);
    }

    [TestMethod]
    [TestCategory("comparison.GATE.3")]
    [DataRow(null, "SpecPushCompareWith is not set")]
    [DataRow("nothing", "this clone has no such branch or commit")]
    public async Task A_gate_that_cannot_be_checked_is_an_error(string? with, string reason)
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Mode = "Check", CompareWith = with, FailOnLostTests = "true" };
        var finding = (await fixture.RunAsync()).Report.Findings.Single(static finding => finding.Code == "SPUSH3012");
        Assert.AreEqual(Severity.Error, finding.Severity);
        StringAssert.Contains(finding.Message, reason);

        fixture.Settings = new RawSettings { Mode = "Check", CompareWith = "none", FailOnLostTests = "true" };
        Assert.IsEmpty((await fixture.RunAsync()).Report.Findings.Where(static finding => finding.Code == "SPUSH3012"));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SpecPush.Actions.Rendering;
using SpecPush.Checkout;
using SpecPush.Coverage;
using SpecPush.Findings;
using SpecPush.Pushing;
using SpecPush.Reporting;

namespace SpecPush.Actions.Tests;

[TestClass]
public sealed class JobSummaryTests
{
    private static readonly SourceLinks Links = new("https://github.com/my-org/my-repo", new string('a', 40));

    [TestMethod]
    [TestCategory("action.SUMMARY.4")]
    [DataRow(JobSummary.MaxPage)]
    [DataRow(60_000)]
    public void A_huge_report_stays_below_the_limit_and_says_what_it_left_out(int bytes)
    {
        var text = new string('€', 2_000);
        var report = new Report
        {
            Context = new PushContext { Provider = "github-actions", RepoUri = text, Branch = text, Commit = Links.Commit },
            Reason = text,
            Results = Many(5_000, _ => new PushResult(text, text, text, 1, 1, 1, [text])),
            Coverage = Many(20_000, _ => new FeatureCoverage(text, text, 3, 0, 2, 1, [text])),
            Findings = Many(30_000, number => new Finding("SPUSH2010", (Severity)(number % 3), text, new SourceLocation(text, number))),
        };
        var page = JobSummary.Render(report, Links, bytes);
        Assert.IsLessThanOrEqualTo(bytes, Encoding.UTF8.GetByteCount(page));
        foreach (var things in (string[])["products", "features", "errors", "warnings", "notices"])
        {
            Assert.MatchesRegex($@"\*… and [0-9]+ more {things}, all of which are in the JSON report\.\*", page);
        }
    }

    [TestMethod]
    [TestCategory("action.SUMMARY.2")]
    [DataRow(0, 0, "██████████ 100 %")]
    [DataRow(3, 1, "███░░░░░░░ 33 %")]
    [DataRow(1000, 999, "█████████░ 99 %")]
    [DataRow(7, 7, "██████████ 100 %")]
    public void A_full_bar_means_that_every_requirement_has_a_test(int requirements, int tested, string bar)
    {
        var report = new Report
        {
            Context = new PushContext { Provider = "github-actions" },
            Coverage = [new FeatureCoverage("shop", "cart", requirements, 0, tested, tested, [])],
        };
        StringAssert.Contains(JobSummary.Render(report, Links), string.Create(CultureInfo.InvariantCulture, $"| cart | {requirements} | {tested} | {tested} | {bar} |"));
    }

    [TestMethod]
    [TestCategory("action.SAFE.3")]
    public void In_a_block_of_html_nothing_is_escaped_as_in_Markdown()
    {
        var report = new Report
        {
            Context = new PushContext { Provider = "github-actions" },
            Coverage = [new FeatureCoverage("web_shop-2", "cart_2", 3, 0, 2, 1, [])],
        };
        var summary = JobSummary.Render(report, Links);
        StringAssert.Contains(summary, "<summary><strong>web_shop-2</strong> ");
        StringAssert.Contains(summary, @"| cart\_2 |");
    }

    [TestMethod]
    [TestCategory("action.SUMMARY.3")]
    public void A_finding_links_to_its_line_at_the_commit()
    {
        var report = new Report
        {
            Context = new PushContext { Provider = "github-actions" },
            Findings = [new Finding("SPUSH2010", Severity.Warning, "Wrong", new SourceLocation("src/a (1)#?.cs", 7, 3)), new Finding("SPUSH2004", Severity.Warning, "Nothing")],
        };
        var page = JobSummary.Render(report, Links);
        StringAssert.Contains(page, $"](https://github.com/my-org/my-repo/blob/{Links.Commit}/src/a%20%281%29%23%3F.cs?plain=1#L7) Wrong [SPUSH2010](");
        StringAssert.Contains(page, "\n- Nothing [SPUSH2004](");
    }

    [TestMethod]
    [TestCategory("action.SUMMARY.1-1")]
    public void A_reason_for_not_pushing_links_to_its_explanation_and_a_state_that_the_server_has_needs_none()
    {
        var report = new Report { Context = new PushContext { Provider = "github-actions" } }.Because(NotPushedReason.MergeQueue);
        StringAssert.Contains(
            JobSummary.Render(report, Links),
            "\nChecked, not pushed\\: this is a merge queue. [SPUSH3121](https://github.com/specpush/specpush/blob/main/docs/findings.md#spush3121)\n");
        Assert.DoesNotContain("SPUSH31", JobSummary.Render(report.Because(NotPushedReason.Unchanged("main")) with { Pushed = true }, Links));
    }

    private static ImmutableArray<T> Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(1, count).Select(make)];
}

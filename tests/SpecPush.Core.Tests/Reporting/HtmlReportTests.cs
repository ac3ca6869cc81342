using System.Text;
using System.Text.RegularExpressions;
using SpecPush.Checkout;
using SpecPush.Comparison;
using SpecPush.Files;
using SpecPush.Reporting;
using SpecPush.Reporting.Html;
using SpecPush.Tests.Infrastructure;
using static SpecPush.Tests.Reporting.RenderedReport;

namespace SpecPush.Tests.Reporting;

[TestClass]
public sealed partial class HtmlReportTests
{
    private const string Hostile = "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>";

    [TestMethod]
    [TestCategory("coverage.PAGE.1")]
    public void Each_requirement_is_shown_with_links()
    {
        var page = Render(Feature("cart", Requirement("cart.A.1", "It works", tests: ["tests/a b.cs:7"], references: ["src/a.cs:3"]), Requirement("cart.A.2", "It fails")));
        StringAssert.Contains(page, """<a href="https://github.com/o/r/blob/abc/tests/a%20b.cs#L7" rel="noreferrer">tests/a b.cs:7</a>""");
        StringAssert.Contains(page, """<a href="https://github.com/o/r/blob/abc/src/a.cs#L3" rel="noreferrer">src/a.cs:3</a>""");
        StringAssert.Contains(page, """<a href="https://github.com/o/r/blob/abc/features/f.yaml#L9" rel="noreferrer"><code>cart.A.2</code></a>""");
        StringAssert.Contains(page, "1 of 2 tested, 1 referenced");
        Assert.IsTrue(OutputMarker.IsIn(Encoding.UTF8.GetBytes(page)));
    }

    [TestMethod]
    [TestCategory("coverage.PAGE.3")]
    public void Untrusted_text_is_escaped()
    {
        var page = Encoding.UTF8.GetString(HtmlReport.Serialize(new Report
        {
            Context = new PushContext { Provider = "git", RepoUri = Hostile, Branch = Hostile, Commit = Hostile },
            Coverage = [Feature(Hostile, Requirement(Hostile, Hostile, tests: [Hostile], references: [Hostile])) with { Product = Hostile }],
        }));
        Assert.HasCount(1, Script.Matches(page));
        Assert.IsFalse(page.Contains("<img", StringComparison.Ordinal));
        StringAssert.Contains(page, "default-src &#x27;none&#x27;; style-src &#x27;sha256-");
        Assert.IsFalse(Address.IsMatch(page), "the page names something to load");
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.6")]
    public void Changes_are_shown_with_their_old_text_and_place()
    {
        var page = Render(Changes);
        StringAssert.Contains(page, "<p>It <del>works</del> <ins>runs</ins> </p>");
        StringAssert.Contains(page, $"https://github.com/o/r/blob/{Given.Commit}/features/f.yaml#L9");
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.8")]
    public void Untrusted_text_is_escaped_in_a_comparison()
    {
        var page = Render(new RequirementComparison
        {
            Base = Given.Commit,
            With = Hostile,
            Requirements = [Changed("cart.A.1", ChangeKind.Reworded, Hostile) with { Text = Hostile + "x" }, Changed(Hostile, ChangeKind.Removed) with { Text = Hostile, Path = Hostile }],
        });
        Assert.HasCount(1, Script.Matches(page));
        Assert.IsFalse(page.Contains("<img", StringComparison.Ordinal));
    }

    [GeneratedRegex("<script", RegexOptions.IgnoreCase)]
    private static partial Regex Script { get; }

    [GeneratedRegex("""(?:src|href)="|url\(|@import""", RegexOptions.IgnoreCase)]
    private static partial Regex Address { get; }
}

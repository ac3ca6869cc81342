using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SpecPush.Checkout;
using SpecPush.Comparison;
using SpecPush.Coverage;
using SpecPush.Files;
using SpecPush.Reporting;
using SpecPush.Reporting.Html;
using SpecPush.Tests.Infrastructure;

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
    [TestCategory("coverage.PAGE.2")]
    [DataRow("", "cart.A.1 cart.A.2 cart.A.3 cart.A.4 stock.A.1")]
    [DataRow("page.getElementById('untested').checked = true", "cart.A.2 cart.A.3 stock.A.1")]
    [DataRow("page.getElementById('bare').checked = true", "cart.A.3 stock.A.1")]
    [DataRow("page.getElementById('deprecated').checked = true", "cart.A.4")]
    [DataRow("search('two WORKS')", "cart.A.2")]
    [DataRow("search('cart.a'); page.getElementById('bare').checked = true", "cart.A.3")]
    public async Task It_is_filtered_and_searched_in_a_browser(string action, string expected)
    {
        var page = Render(
            Feature("cart", Requirement("cart.A.1", "One works", tests: ["t:1"]), Requirement("cart.A.2", "Two works", references: ["s:1"]), Requirement("cart.A.3", "Three"), Requirement("cart.A.4", "Old") with { Deprecated = true }),
            Feature("stock", Requirement("stock.A.1", "Other")));
        var shown = await OpenAsync(page, 800, $$"""
            const search = text => { const field = page.getElementById('search'); field.value = text; field.dispatchEvent(new Event('input')); };
            {{action}};
            document.body.dataset.result = [...page.querySelectorAll('li')].filter(item => item.getClientRects().length).map(item => item.querySelector('code').textContent).join(' ');
            """);
        Assert.AreEqual(expected, shown);
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.6")]
    [DataRow("", "cart.A.1 cart.A.2")]
    [DataRow("page.getElementById('changed').checked = true", "cart.A.1 cart.A.9")]
    public async Task Changes_can_be_filtered(string action, string expected)
    {
        var page = Render(new RequirementComparison
        {
            Base = Given.Commit,
            With = "main",
            Requirements = [Changed("cart.A.1", ChangeKind.Reworded, "It works"), Changed("cart.A.9", ChangeKind.Removed)],
        });
        Assert.AreEqual(expected, await OpenAsync(page, 800, $$"""
            {{action}};
            document.body.dataset.result = [...page.querySelectorAll('li')].filter(item => item.getClientRects().length).map(item => item.querySelector('code').textContent).join(' ');
            """));
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

    [TestMethod]
    [TestCategory("coverage.PAGE.4")]
    public async Task It_fits_a_phone()
    {
        var page = Render(Feature(new string('f', 200), Requirement(new string('a', 200), new string('t', 900), tests: [new string('p', 300) + ":1"])));
        StringAssert.Contains(page, "color-scheme: light dark");
        Assert.AreEqual("true", await OpenAsync(page, 360, "const root = page.documentElement; document.body.dataset.result = root.scrollWidth <= root.clientWidth;"));
    }

    /// <summary>Opens the page in a frame and returns what the script writes to <c>dataset.result</c>; <c>page</c> is the document.</summary>
    private static async Task<string> OpenAsync(string page, int width, string script)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "wrapper.html");
        await File.WriteAllTextAsync(path, $"""
            <meta charset="utf-8"><iframe width="{width}" height="700" frameborder="0" srcdoc="{WebUtility.HtmlEncode(page)}"></iframe>
            <script>document.querySelector('iframe').onload = event => [[ const page = event.target.contentDocument; {script} ]];</script>
            """.Replace("[[", "{", StringComparison.Ordinal).Replace("]]", "}", StringComparison.Ordinal));
        return Result.Match(await Chromium.OpenAsync(path)).Groups["result"].Value;
    }

    private static string Render(params ReadOnlySpan<FeatureCoverage> coverage) => Encoding.UTF8.GetString(HtmlReport.Serialize(new Report
    {
        Context = new PushContext { Provider = "git", RepoUri = "github.com/o/r", Branch = "main", Commit = "abc" },
        Coverage = [.. coverage],
    }));

    private static string Render(RequirementComparison comparison) => Encoding.UTF8.GetString(HtmlReport.Serialize(new Report
    {
        Context = new PushContext { Provider = "git", RepoUri = "github.com/o/r", Branch = "main", Commit = "abc" },
        Coverage = [Feature("cart", Requirement("cart.A.1", "It runs"), Requirement("cart.A.2", "It fails"))],
        Comparison = comparison,
    }));

    private static RequirementChange Changed(string acid, ChangeKind kind, string? oldText = null) =>
        new() { Product = "shop", Acid = acid, Changes = [kind], Text = "It runs", OldText = oldText, Path = "features/f.yaml", Line = 9 };

    private static FeatureCoverage Feature(string name, params RequirementCoverage[] requirements)
    {
        var current = requirements.Where(static requirement => !requirement.Deprecated).ToArray();
        return new FeatureCoverage(
            "shop", name, current.Length, requirements.Length - current.Length,
            current.Count(static requirement => !requirement.Tests.IsEmpty || !requirement.References.IsEmpty), current.Count(static requirement => !requirement.Tests.IsEmpty), [])
        {
            ByRequirement = [.. requirements],
        };
    }

    private static RequirementCoverage Requirement(string acid, string text, string[]? tests = null, string[]? references = null) =>
        new(acid, text, false, "features/f.yaml", 9, [.. references ?? []], [.. tests ?? []]);

    [GeneratedRegex("<script", RegexOptions.IgnoreCase)]
    private static partial Regex Script { get; }

    [GeneratedRegex("""(?:src|href)="|url\(|@import""", RegexOptions.IgnoreCase)]
    private static partial Regex Address { get; }

    [GeneratedRegex("data-result=\"(?<result>[^\"]*)\"")]
    private static partial Regex Result { get; }
}

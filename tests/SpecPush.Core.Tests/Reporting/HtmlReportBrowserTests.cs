using static SpecPush.Tests.Reporting.RenderedReport;

namespace SpecPush.Tests.Reporting;

/// <summary>The page in a browser, which starts once for all that is done to the same page.</summary>
[TestClass]
public sealed class HtmlReportBrowserTests
{
    private const string Search = "const search = text => { const field = page.getElementById('search'); field.value = text; field.dispatchEvent(new Event('input')); };";

    private const string Shown = "[...page.querySelectorAll('li')].filter(item => item.getClientRects().length).map(item => item.querySelector('code').textContent).join(' ')";

    public static IReadOnlyList<(string Action, string Expected)> Filters { get; } =
    [
        ("", "cart.A.1 cart.A.2 cart.A.3 cart.A.4 stock.A.1"),
        ("page.getElementById('untested').checked = true", "cart.A.2 cart.A.3 stock.A.1"),
        ("page.getElementById('bare').checked = true", "cart.A.3 stock.A.1"),
        ("page.getElementById('deprecated').checked = true", "cart.A.4"),
        ("search('two WORKS')", "cart.A.2"),
        ("search('cart.a'); page.getElementById('bare').checked = true", "cart.A.3"),
    ];

    public static IReadOnlyList<(string Action, string Expected)> ChangeFilters { get; } =
    [
        ("", "cart.A.1 cart.A.2"),
        ("page.getElementById('changed').checked = true", "cart.A.1 cart.A.9"),
    ];

    private static readonly Lazy<Task<Dictionary<string, string>>> Filtered = new(static () => ShowAsync(
        Render(
            Feature("cart", Requirement("cart.A.1", "One works", tests: ["t:1"]), Requirement("cart.A.2", "Two works", references: ["s:1"]), Requirement("cart.A.3", "Three"), Requirement("cart.A.4", "Old") with { Deprecated = true }),
            Feature("stock", Requirement("stock.A.1", "Other"))),
        Filters));

    private static readonly Lazy<Task<Dictionary<string, string>>> FilteredChanges = new(static () => ShowAsync(Render(Changes), ChangeFilters));

    [TestMethod]
    [TestCategory("coverage.PAGE.2")]
    [DynamicData(nameof(Filters))]
    public async Task It_is_filtered_and_searched(string action, string expected) => Assert.AreEqual(expected, (await Filtered.Value)[action]);

    [TestMethod]
    [TestCategory("comparison.SHOWN.6")]
    [DynamicData(nameof(ChangeFilters))]
    public async Task Changes_can_be_filtered(string action, string expected) => Assert.AreEqual(expected, (await FilteredChanges.Value)[action]);

    [TestMethod]
    [TestCategory("coverage.PAGE.4")]
    public async Task It_fits_a_phone()
    {
        var page = Render(Feature(new string('f', 200), Requirement(new string('a', 200), new string('t', 900), tests: [new string('p', 300) + ":1"])));
        StringAssert.Contains(page, "color-scheme: light dark");
        Assert.IsTrue(await Chromium.FitsAsync(page, 360));
    }

    /// <summary>The IDs of the requirements that are shown after each action.</summary>
    private static async Task<Dictionary<string, string>> ShowAsync(string page, IReadOnlyList<(string Action, string Expected)> filters)
    {
        var shown = await Chromium.OpenAsync(page, 800, filters.Select(static filter => $"{Search} {filter.Action}; return {Shown};"));
        return filters.Zip(shown).ToDictionary(static pair => pair.First.Action, static pair => pair.Second);
    }
}

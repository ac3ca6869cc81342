using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using static SpecPush.Tests.Reporting.RenderedReport;

namespace SpecPush.Tests.Reporting;

/// <summary>The page in a browser, which starts once for all that is done to the same page.</summary>
[TestClass]
public sealed partial class HtmlReportBrowserTests
{
    private const string Shown = "[...page.querySelectorAll('li')].filter(item => item.getClientRects().length).map(item => item.querySelector('code').textContent).join(' ')";

    private static readonly Dictionary<string, string> Filters = new()
    {
        [""] = "cart.A.1 cart.A.2 cart.A.3 cart.A.4 stock.A.1",
        ["page.getElementById('untested').checked = true"] = "cart.A.2 cart.A.3 stock.A.1",
        ["page.getElementById('bare').checked = true"] = "cart.A.3 stock.A.1",
        ["page.getElementById('deprecated').checked = true"] = "cart.A.4",
        ["search(page, 'two WORKS')"] = "cart.A.2",
        ["search(page, 'cart.a'); page.getElementById('bare').checked = true"] = "cart.A.3",
    };

    private static readonly Dictionary<string, string> ChangeFilters = new()
    {
        [""] = "cart.A.1 cart.A.2",
        ["page.getElementById('changed').checked = true"] = "cart.A.1 cart.A.9",
    };

    private static readonly Lazy<Task<Dictionary<string, string>>> Filtered = new(static () => ShowAsync(
        Render(
            Feature("cart", Requirement("cart.A.1", "One works", tests: ["t:1"]), Requirement("cart.A.2", "Two works", references: ["s:1"]), Requirement("cart.A.3", "Three"), Requirement("cart.A.4", "Old") with { Deprecated = true }),
            Feature("stock", Requirement("stock.A.1", "Other"))),
        Filters.Keys));

    private static readonly Lazy<Task<Dictionary<string, string>>> FilteredChanges = new(static () => ShowAsync(Render(Changes), ChangeFilters.Keys));

    public static IEnumerable<(string Action, string Expected)> FilterRows => Filters.Select(static filter => (filter.Key, filter.Value));

    public static IEnumerable<(string Action, string Expected)> ChangeFilterRows => ChangeFilters.Select(static filter => (filter.Key, filter.Value));

    [TestMethod]
    [TestCategory("coverage.PAGE.2")]
    [DynamicData(nameof(FilterRows))]
    public async Task It_is_filtered_and_searched(string action, string expected) => Assert.AreEqual(expected, (await Filtered.Value)[action]);

    [TestMethod]
    [TestCategory("comparison.SHOWN.6")]
    [DynamicData(nameof(ChangeFilterRows))]
    public async Task Changes_can_be_filtered(string action, string expected) => Assert.AreEqual(expected, (await FilteredChanges.Value)[action]);

    [TestMethod]
    [TestCategory("coverage.PAGE.4")]
    public async Task It_fits_a_phone()
    {
        var page = Render(Feature(new string('f', 200), Requirement(new string('a', 200), new string('t', 900), tests: [new string('p', 300) + ":1"])));
        StringAssert.Contains(page, "color-scheme: light dark");
        string[] fits = ["return page.documentElement.scrollWidth <= page.documentElement.clientWidth;"];
        CollectionAssert.AreEqual(new[] { "true" }, await OpenAsync(page, 360, fits));
    }

    /// <summary>The IDs of the requirements that are shown after each action.</summary>
    private static async Task<Dictionary<string, string>> ShowAsync(string page, IReadOnlyCollection<string> actions) =>
        actions.Zip(await OpenAsync(page, 800, actions.Select(static action => $"{action}; return {Shown};"))).ToDictionary(static pair => pair.First, static pair => pair.Second);

    /// <summary>Opens the page in one frame for each function of JavaScript, calls the function with the frame's document, and returns what the functions return.</summary>
    private static async Task<string[]> OpenAsync(string page, int width, IEnumerable<string> functions)
    {
        using var folder = new TemporaryFolder();
        var wrapper = new StringBuilder("""
            <meta charset="utf-8">
            <script>const search = (page, text) => { const field = page.getElementById('search'); field.value = text; field.dispatchEvent(new Event('input')); };</script>
            """);
        foreach (var function in functions)
        {
            var load = $"this.dataset.result = (page => {{ {function} }})(this.contentDocument)";
            wrapper.Append($"""<iframe width="{width}" height="700" frameborder="0" onload="{WebUtility.HtmlEncode(load)}" srcdoc="{WebUtility.HtmlEncode(page)}"></iframe>""");
        }

        return [.. Result.Matches(await Chromium.OpenAsync(folder.Write("wrapper.html", wrapper.ToString()))).Select(static match => match.Groups["result"].Value)];
    }

    [GeneratedRegex("data-result=\"(?<result>[^\"]*)\"")]
    private static partial Regex Result { get; }
}

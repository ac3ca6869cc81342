using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed class PageTests : ServerTest
{
    private const string Hostile = "<script>alert(1)</script>\"'&";

    [TestMethod]
    [TestCategory("local-server.PAGE.1")]
    public async Task It_shows_products_implementations_and_requirements_with_their_references()
    {
        await TakenAsync(Body.Push([Body.Spec(requirements: 11, text: "It works")], new Dictionary<string, string[]> { ["cart.A.1"] = ["src/Cart.cs:3", "tests/CartTests.cs:7"], ["cart.B.9"] = ["src/Old.cs:1"] }));
        await TakenAsync(Body.Push(branch: "loose"));
        var page = await PageAsync();
        InOrder(page, "<h2>shop</h2>", "<h3>", "main", "github.com/my-org/my-repo", "<b>main</b>", ">abc123def456</code>",
            "1 of 12 tested, 2 referenced", "cart.A.1<", "It works", "Tests", "tests/CartTests.cs:7", "Code", "src/Cart.cs:3", "cart.A.2<", "cart.A.10<", "cart.B.9<", "Not a requirement of the spec.",
            "Branches that no implementation tracks", "<b>loose</b>");
    }

    [TestMethod]
    [TestCategory("local-server.PAGE.1")]
    public async Task It_says_what_to_do_when_there_is_nothing() => StringAssert.Contains(await PageAsync(), "No specs have been pushed yet.");

    [TestMethod]
    [TestCategory("local-server.PAGE.2")]
    [DataRow("github.com/o/r", "src/a b.cs:3", "https://github.com/o/r/blob/abc123def456/src/a%20b.cs#L3")]
    [DataRow("gitlab.com/g/s/r", "src/a.cs:3", "https://gitlab.com/g/s/r/-/blob/abc123def456/src/a.cs#L3")]
    [DataRow("bitbucket.org/o/r", "src/a.cs:3", "https://bitbucket.org/o/r/src/abc123def456/src/a.cs#lines-3")]
    [DataRow("github.com/o/r", "src/ä?#.cs", "https://github.com/o/r/blob/abc123def456/src/%C3%A4%3F%23.cs")]
    [DataRow("example.com/o/r", "src/a.cs:3", null)]
    [DataRow("github.com.evil.example/o/r", "src/a.cs:3", null)]
    [DataRow("github.com/o/..", "src/a.cs:3", null)]
    [DataRow("github.com/o/r", "../../../x:3", null)]
    [DataRow("github.com/o/r?x=", "src/a.cs:3", null)]
    [DataRow("javascript:alert(1)//github.com/o/r", "src/a.cs:3", null)]
    public async Task References_are_linked_on_the_known_hosts(string repository, string place, string? address)
    {
        await TakenAsync(Body.Push([Body.Spec()], new Dictionary<string, string[]> { ["cart.A.1"] = [place] }, repository: repository));
        StringAssert.Contains(
            WebUtility.HtmlDecode(await PageAsync()), address is null ? $"""<span class="place">{place}</span>""" : $"""<a href="{address}" rel="noreferrer">{place}</a>""");
    }

    [TestMethod]
    [TestCategory("local-server.PAGE.3")]
    public async Task Inherited_data_is_marked_until_the_child_has_its_own()
    {
        await TakenAsync(Body.Push([Body.Spec(), Body.Spec("stock")], new Dictionary<string, string[]> { ["cart.A.1"] = ["src/Parent.cs:1"] }));
        await TakenAsync(Body.Push([Body.Spec("stock")], branch: "work", parent: "main"));
        var child = (await PageAsync()).Split("inherits from main", 2)[1];
        InOrder(child, ">cart<", "spec inherited from main", "references inherited from main", "src/Parent.cs:1", ">stock<");
        Assert.IsFalse(child.Split(">stock<")[1].Contains("inherited", StringComparison.Ordinal));

        await TakenAsync(Body.Push(references: new Dictionary<string, string[]> { ["cart.A.1"] = [] }, branch: "work"));
        child = (await PageAsync()).Split("inherits from main", 2)[1];
        Assert.IsFalse(child.Contains("src/Parent.cs:1", StringComparison.Ordinal), "an empty list hides what would be inherited");
    }

    [TestMethod]
    [TestCategory("local-server.PAGE.4")]
    public async Task Everything_that_was_pushed_is_escaped()
    {
        var spec = Body.Spec(text: Hostile, description: Hostile);
        spec["meta"]!["path"] = Hostile;
        spec["requirements"]!["cart.A.1"]!["note"] = Hostile;
        spec["requirements"]!["cart.A.1"]!["deprecated"] = true;
        spec["requirements"]!["cart.A.1"]!["replaced_by"] = new JsonArray(Hostile);
        await TakenAsync(Body.Push([spec], new Dictionary<string, string[]> { ["cart.A.<script>"] = [Hostile] }, branch: Hostile, repository: Hostile, target: Hostile));
        await TakenAsync(Body.Push([Body.Spec()], branch: "work", parent: Hostile));
        await TakenAsync(Body.Push(branch: Hostile + "2", repository: Hostile));
        using var response = await Server.Http.GetAsync(new Uri("", UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();
        Assert.IsFalse(page.Contains("<script", StringComparison.OrdinalIgnoreCase));
        Assert.IsGreaterThan(9, page.Split("&lt;script&gt;").Length - 1);
        StringAssert.StartsWith(response.Headers.GetValues("Content-Security-Policy").Single(), "default-src 'none'; style-src 'self';");
        using var style = await Server.Http.GetAsync(new Uri("style.css", UriKind.Relative));
        Assert.AreEqual("text/css", style.Content.Headers.ContentType!.MediaType);
        Assert.IsFalse((await style.Content.ReadAsStringAsync()).Contains("url(", StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("local-server.PAGE.5")]
    public async Task Another_name_for_this_machine_and_several_teams_need_a_token()
    {
        await TakenAsync(Body.Push([Body.Spec()]));
        Assert.AreEqual(200, await StatusAsync());
        Assert.AreEqual(401, await StatusAsync(host: "rebound.example"));
        Assert.AreEqual(200, await StatusAsync(host: "rebound.example", password: Server.Token));
        Assert.AreEqual(401, await StatusAsync(password: "wrong"));

        using var folder = new TemporaryFolder();
        var data = folder.PathOf("server.db");
        var (_, other, _) = await ServerProcess.RunAsync("token", "create", "--team", "other", "--data", data);
        using var server = new ServerProcess([("SPECPUSH_SERVER_TOKEN", "acai_first")], "--data", data);
        await server.PushAsync(Body.Push([Body.Spec()]));
        Assert.AreEqual(401, await StatusAsync(server));
        StringAssert.Contains(await PageAsync(server, "acai_first"), "<h2>shop</h2>");
        StringAssert.Contains(await PageAsync(server, other), "No specs have been pushed yet.");
    }

    [TestMethod]
    [TestCategory("local-server.PAGE.7")]
    [DataRow("Forwarded", "for=192.0.2.1")]
    [DataRow("x-forwarded-for", "192.0.2.1")]
    [DataRow("X-Forwarded-Proto", "https")]
    [DataRow("X-Real-IP", "192.0.2.1")]
    [DataRow("Via", "1.1 proxy")]
    public async Task A_request_through_a_proxy_on_this_machine_needs_a_token(string header, string value)
    {
        Assert.AreEqual(401, await StatusAsync(forwarded: (header, value)));
        Assert.AreEqual(200, await StatusAsync(password: Server.Token, forwarded: (header, value)));
    }

    [TestMethod]
    [TestCategory("local-server.PAGE.6")]
    public async Task It_fits_a_phone_and_has_a_light_and_a_dark_mode()
    {
        var spec = Body.Spec(text: new string('x', 900), description: new string('y', 900));
        await TakenAsync(Body.Push([spec], new Dictionary<string, string[]> { ["cart.A.1"] = [new string('z', 300) + ":1"] }, branch: new string('b', 200)));
        var style = await Server.Http.GetStringAsync(new Uri("style.css", UriKind.Relative));
        StringAssert.Contains(style, "color-scheme: light dark");
        var page = (await PageAsync()).Replace("<details>", "<details open>", StringComparison.Ordinal)
            .Replace("""<link rel="stylesheet" href="style.css">""", $"<style>{style}</style>", StringComparison.Ordinal);
        Assert.IsTrue(await Chromium.FitsAsync(page, 360));
    }

    private static void InOrder(string page, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            at = page.IndexOf(part, at, StringComparison.Ordinal);
            Assert.IsGreaterThanOrEqualTo(0, at, $"{part} is missing in {page}");
        }
    }

    private Task<string> PageAsync() => PageAsync(Server, password: null);

    private static async Task<string> PageAsync(PushServer server, string? password)
    {
        using var response = await GetAsync(server, host: null, password);
        Assert.AreEqual(200, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<int> StatusAsync(PushServer? server = null, string? host = null, string? password = null, (string Name, string Value)? forwarded = null)
    {
        using var response = await GetAsync(server ?? Server, host, password, forwarded);
        return (int)response.StatusCode;
    }

    private static async Task<HttpResponseMessage> GetAsync(PushServer server, string? host, string? password, (string Name, string Value)? forwarded = null)
    {
        server.Use(null);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "");
            request.Headers.Host = host;
            request.Headers.Authorization = password is null ? null : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"any:{password}")));
            if (forwarded is { } header)
            {
                request.Headers.Add(header.Name, header.Value);
            }

            return await server.Http.SendAsync(request);
        }
        finally
        {
            server.Use(server.Token);
        }
    }
}

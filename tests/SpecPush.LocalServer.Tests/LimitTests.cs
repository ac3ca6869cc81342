using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed class LimitTests : ServerTest
{
    private const string Family = "👩‍👩‍👧";

    [TestMethod]
    [TestCategory("local-server.LIMITS.1")]
    public async Task The_specs_of_a_push()
    {
        await TakenAsync(Body.Push(Specs(50)));
        await RefusedAsync(Body.Push(Specs(51)), "Push rejected: too many specs in one push.");
        await RefusedShapeAsync(Body.Push(Specs(101)), "/specs", "Array length 101 is larger than maxItems: 100");
    }

    [TestMethod]
    [TestCategory("local-server.LIMITS.1")]
    public async Task The_requirements_of_a_spec()
    {
        await TakenAsync(Body.Push([Body.Spec(requirements: 100)]));
        await RefusedAsync(Body.Push([Body.Spec(requirements: 101)]), "Push rejected: a spec exceeded the configured requirement count.");
    }

    [TestMethod]
    [TestCategory("local-server.LIMITS.1")]
    public async Task The_IDs_of_the_references_and_not_the_references()
    {
        await TakenAsync(Body.Push(references: Acids(5_000)));
        await TakenAsync(Body.Push(references: new Dictionary<string, string[]> { ["a.A.1"] = [.. Enumerable.Range(0, 6_000).Select(static line => $"a:{line}")] }));
        await RefusedAsync(Body.Push(references: Acids(5_001)), "Push rejected: too many reference entries in one push.");
        await RefusedShapeAsync(Body.Push(references: Acids(10_001)), "/references/data", "Object property count 10001 is greater than maxProperties: 10000");
    }

    [TestMethod]
    [TestCategory("local-server.LIMITS.1")]
    [DataRow("requirements/cart.A.1/requirement", 1_000, 2_000, "Push rejected: a requirement string exceeds the configured maximum length.")]
    [DataRow("feature/description", 2_500, 5_000, "Push rejected: feature.description exceeds the configured maximum length.")]
    [DataRow("meta/path", 512, 1_024, "Push rejected: meta.path exceeds the configured maximum length.")]
    [DataRow("meta/raw_content", 51_200, 102_400, "Push rejected: meta.raw_content exceeds the configured maximum length.")]
    public async Task A_text(string member, int limit, int published, string refusal)
    {
        await TakenAsync(WithText(member, new string('x', limit)));
        await RefusedAsync(WithText(member, new string('x', limit + 1)), refusal);
        await RefusedShapeAsync(WithText(member, new string('x', published + 1)), $"/specs/0/{member}", $"String length is larger than maxLength: {published}");
    }

    [TestMethod]
    [TestCategory("local-server.LIMITS.1")]
    public async Task A_text_counts_by_grapheme_and_raw_content_by_byte()
    {
        await TakenAsync(WithText("requirements/cart.A.1/requirement", string.Concat(Enumerable.Repeat(Family, 1_000))));
        await RefusedAsync(WithText("requirements/cart.A.1/requirement", string.Concat(Enumerable.Repeat(Family, 1_001))), "Push rejected: a requirement string exceeds the configured maximum length.");
        await TakenAsync(WithText("meta/raw_content", new string('ü', 25_600)));
        await RefusedAsync(WithText("meta/raw_content", new string('ü', 25_601)), "Push rejected: meta.raw_content exceeds the configured maximum length.");
    }

    [TestMethod]
    [TestCategory("local-server.LIMITS.1")]
    public async Task The_repository()
    {
        await TakenAsync(Body.Push(repository: new string('x', 1_024)));
        await RefusedAsync(Body.Push(repository: new string('x', 1_025)), "Push rejected: repo_uri exceeds the configured maximum length.");
        await RefusedShapeAsync(Body.Push(repository: new string('x', 2_049)), "/repo_uri", "String length is larger than maxLength: 2048");
    }

    [TestMethod]
    [TestCategory("local-server.LIMITS.1")]
    public async Task The_body()
    {
        var request = Body.Push();
        await TakenAsync(request + new string(' ', 2_000_000 - request.Length));
        var (status, body) = await Server.PushAsync(request + new string(' ', 2_000_001 - request.Length));
        Assert.AreEqual((413, """{"errors":{"detail":"Request body too large","status":"REQUEST_ENTITY_TOO_LARGE"}}"""), (status, body.GetRawText()));
    }

    [TestMethod]
    [TestCategory("local-server.LIMITS.1")]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Limits_are_configured_by_the_environment_and_by_switches(bool environment)
    {
        using var server = environment
            ? new ServerProcess([("Limits__Specs", "1"), ("Limits__Body", "3000")])
            : new ServerProcess("--memory", "--Limits:Specs", "1", "--Limits:Body=3000");
        Assert.AreEqual(200, (await server.PushAsync(Body.Push(Specs(1)))).Status);
        Assert.AreEqual("Push rejected: too many specs in one push.", (await server.PushAsync(Body.Push(Specs(2)))).Body.Detail());
        Assert.AreEqual(413, (await server.PushAsync(Body.Push() + new string(' ', 3_000))).Status);
    }

    [TestMethod]
    [TestCategory("local-server.LIMITS.1")]
    public async Task A_server_with_higher_limits_accepts_more()
    {
        using var server = new HostedServer("--Limits:Specs=150");
        Assert.AreEqual(200, (await server.PushAsync(Body.Push(Specs(150)))).Status);
    }

    [TestMethod]
    [TestCategory("local-server.LIMITS.2")]
    [TestCategory("local-server.REQUEST.5")]
    public async Task Too_many_pushes_in_a_window_are_refused_with_the_time_to_wait()
    {
        using var server = new HostedServer("--RateLimit:Requests=2", "--RateLimit:Seconds=3600");
        server.Use("wrong");
        Assert.AreEqual(401, (await server.PushAsync(Body.Push())).Status);
        server.Use(server.Token);
        Assert.AreEqual(422, (await server.PushAsync("{}")).Status, "a wrong shape does not count");
        Assert.AreEqual(200, (await server.PushAsync(Body.Push())).Status);
        Assert.AreEqual(422, (await server.PushAsync(Body.Push(branch: " "))).Status, "a broken rule counts");
        using var response = await server.SendAsync(Body.Push());
        Assert.AreEqual(429, (int)response.StatusCode);
        Assert.AreEqual("""{"errors":{"detail":"Rate limit exceeded","status":"TOO_MANY_REQUESTS"}}""", await response.Content.ReadAsStringAsync());
        Assert.IsGreaterThan(TimeSpan.Zero, response.Headers.RetryAfter!.Delta!.Value);
        var (status, body) = await server.PushAsync("{}");
        Assert.AreEqual((422, JsonValueKind.Array), (status, body.GetProperty("errors").ValueKind), "the shape comes before the rate");
    }

    private static IEnumerable<JsonObject> Specs(int count) => Enumerable.Range(0, count).Select(static number => Body.Spec($"f{number}"));

    private static Dictionary<string, string[]> Acids(int count) => Enumerable.Range(0, count).ToDictionary(static number => $"a.A.{number}", static _ => Array.Empty<string>());

    private static string WithText(string member, string text)
    {
        JsonNode spec = Body.Spec();
        var parent = spec;
        var names = member.Split('/');
        foreach (var name in names[..^1])
        {
            parent = parent[name]!;
        }

        parent[names[^1]] = text;
        return Body.Push([(JsonObject)spec]);
    }
}

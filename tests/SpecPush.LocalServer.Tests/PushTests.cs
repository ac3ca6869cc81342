using System.Net.Http.Headers;
using System.Text.Json;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed class PushTests : IDisposable
{
    private readonly ServerProcess _server = new([("RateLimit__Requests", "1000")]);

    public void Dispose() => _server.Dispose();

    [TestMethod]
    [TestCategory("local-server.PUSH.1")]
    public async Task A_spec_is_created_then_the_same_and_then_updated()
    {
        var (status, body) = await _server.PushAsync(Body.Push([Body.Spec()]));
        Assert.AreEqual(200, status);
        var data = body.GetProperty("data");
        CollectionAssert.AreEqual(
            new[] { "branch_id", "implementation_id", "implementation_name", "product_name", "specs_created", "specs_updated", "warnings" },
            data.EnumerateObject().Select(static member => member.Name).ToArray());
        Assert.AreEqual(("main", "shop", 1, 0), Summary(data));
        Assert.AreEqual(("main", "shop", 0, 0), Summary((await _server.PushAsync(Body.Push([Body.Spec()]))).Body.GetProperty("data")));
        Assert.AreEqual(("main", "shop", 0, 1), Summary((await _server.PushAsync(Body.Push([Body.Spec(text: "Better")]))).Body.GetProperty("data")));
        Assert.AreEqual(("main", "shop", 0, 1), Summary((await _server.PushAsync(Body.Push([Body.Spec(text: "Better", version: "2.0.0")]))).Body.GetProperty("data")));
        Assert.HasCount(1, (await _server.ContentsAsync()).GetProperty("branches")[0].GetProperty("specs").EnumerateArray());
    }

    [TestMethod]
    [TestCategory("local-server.REFERENCES.1")]
    [TestCategory("local-server.REFERENCES.2")]
    [TestCategory("local-server.REFERENCES.3")]
    public async Task References_are_merged_or_replaced_by_feature()
    {
        await PushReferencesAsync(isOverride: false, ("cart.A.1", ["a:1", "a:2"]), ("cart.A.2", ["a:3"]), ("delivery.A.1", ["b:1"]));
        await PushReferencesAsync(isOverride: false, ("cart.A.1", ["tests/c:1"]));
        Assert.AreEqual("cart.A.1=tests/c:1* cart.A.2=a:3 delivery.A.1=b:1", await ReferencesAsync());
        await PushReferencesAsync(isOverride: true, ("cart.A.3", ["d:1"]));
        Assert.AreEqual("cart.A.3=d:1 delivery.A.1=b:1", await ReferencesAsync());
        await PushReferencesAsync(isOverride: true);
        Assert.AreEqual("cart.A.3=d:1 delivery.A.1=b:1", await ReferencesAsync());
        await PushReferencesAsync(isOverride: true, ("cart.A.1", []));
        Assert.AreEqual("cart.A.1= delivery.A.1=b:1", await ReferencesAsync());
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.1")]
    [TestCategory("local-server.IMPLEMENTATIONS.2")]
    public async Task Specs_create_link_and_keep_an_implementation()
    {
        const string Other = "github.com/my-org/other";
        Assert.AreEqual("production", await NameAsync(Body.Push([Body.Spec()], target: "production")));
        Assert.AreEqual("production", await NameAsync(Body.Push([Body.Spec()])));
        Assert.AreEqual("production", await NameAsync(Body.Push([Body.Spec("stock")], repository: Other, target: "production")));
        Assert.AreEqual("work", await NameAsync(Body.Push([Body.Spec()], branch: "work", parent: "production")));
        Assert.AreEqual("work", await NameAsync(Body.Push([Body.Spec()], branch: "work", parent: "production")));

        await RefusedAsync(Body.Push([Body.Spec()], target: "staging"), "Branch is already tracked by implementation 'production' but target_impl_name 'staging' was specified");
        await RefusedAsync(Body.Push([Body.Spec()], branch: "next", target: "production"), "Implementation 'production' already tracks a branch in this repository. Cannot link to multiple branches in the same repo.");
        await RefusedAsync(Body.Push([Body.Spec()], branch: "work", repository: Other), "Implementation name 'work' already exists for this product. Please provide a target_impl_name to link to the existing implementation or choose a different name.");
        await RefusedAsync(Body.Push([Body.Spec()], branch: "next", parent: "nope"), "Parent implementation 'nope' not found");
        await RefusedAsync(Body.Push([Body.Spec()], parent: "work"), "Parent implementation cannot be changed via push.");
        Assert.IsFalse((await _server.ContentsAsync()).GetProperty("branches").EnumerateArray().Any(static branch => branch.GetProperty("branch_name").GetString() == "next"), "a refused push left its branch");
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.3")]
    public async Task References_alone_touch_create_or_link_an_implementation()
    {
        var references = new Dictionary<string, string[]> { ["cart.A.1"] = ["a:1"] };
        Assert.IsNull(await NameAsync(Body.Push(references: references)));
        await RefusedAsync(Body.Push(references: references, product: "shop", target: "nope"), "Target implementation 'nope' not found");
        await NameAsync(Body.Push([Body.Spec()], branch: "base", target: "production", repository: "github.com/my-org/base"));
        Assert.AreEqual("production", await NameAsync(Body.Push(references: references, product: "shop", target: "production")));
        Assert.AreEqual("production", await NameAsync(Body.Push(references: references)));
        Assert.AreEqual("child", await NameAsync(Body.Push(references: references, branch: "work", product: "shop", target: "child", parent: "production")));

        await NameAsync(Body.Push([Body.Spec("x", "depot")], target: "depot-main"));
        var (status, body) = await _server.PushAsync(Body.Push(references: references));
        Assert.AreEqual(422, status);
        StringAssert.StartsWith(body.Detail(), "Branch is tracked by multiple implementations (depot-main, production)");
        Assert.AreEqual("depot-main", await NameAsync(Body.Push(references: references, target: "depot-main")));
    }

    [TestMethod]
    [TestCategory("local-server.REQUEST.1")]
    [DataRow("""{"branch_name":"b","commit_hash":"c"}""", "/repo_uri", "Missing field: repo_uri")]
    [DataRow("""{"repo_uri":1,"branch_name":"b","commit_hash":"c"}""", "/repo_uri", "Invalid string. Got: integer")]
    [DataRow("""{"repo_uri":"r","branch_name":"b","commit_hash":"c","product_name":null}""", "/product_name", "null value where string expected")]
    [DataRow("""{"repo_uri":"r","branch_name":"b","commit_hash":"c","extra":1}""", "/extra", "Unexpected field: extra")]
    [DataRow("""{"repo_uri":"r","branch_name":"b","commit_hash":"c","references":{"data":{},"override":"yes"}}""", "/references/override", "Invalid boolean. Got: string")]
    [DataRow("""{"repo_uri":"r","branch_name":"b","commit_hash":"c","specs":[{"feature":{"product":"p"},"meta":{"path":"p","last_seen_commit":"c"},"requirements":{}}]}""", "/specs/0/feature/name", "Missing field: name")]
    [DataRow("""{"repo_uri":"r","branch_name":"b","commit_hash":"c","specs":[{"feature":{"name":"n","product":"p"},"meta":{"path":"p","last_seen_commit":"c"},"requirements":{"n.A.1":{"requirement":1}}}]}""", "/specs/0/requirements/n.A.1/requirement", "Invalid string. Got: integer")]
    [DataRow("""{"repo_uri":"r","branch_name":"b","commit_hash":"c","references":{"data":{"n.A.1":[{"is_test":true}]}}}""", "/references/data/n.A.1/0/path", "Missing field: path")]
    [DataRow("[]", "/", "Invalid object. Got: array")]
    public async Task A_request_of_another_shape_is_answered_with_pointers(string request, string place, string detail)
    {
        var (status, body) = await _server.PushAsync(request);
        Assert.AreEqual(422, status);
        var last = body.GetProperty("errors").EnumerateArray().Last();
        Assert.AreEqual(("Invalid value", detail, place), (last.GetProperty("title").GetString(), last.GetProperty("detail").GetString(), last.GetProperty("source").GetProperty("pointer").GetString()));
    }

    [TestMethod]
    [TestCategory("local-server.REQUEST.2")]
    [TestCategory("local-server.REQUEST.3")]
    public async Task What_the_hosted_server_breaks_on_is_refused()
    {
        await RefusedAsync(Body.Push([Body.Spec("a b")]), "feature_name: has invalid format");
        await RefusedAsync(Body.Push([Body.Spec(product: "my.product")]), "product_name: has invalid format");
        await RefusedAsync(Body.Push([Body.Spec(version: "1.0.0-rc.1")]), "feature_version: must follow SemVer format (e.g., 1.0.0)");
        await RefusedAsync(Body.Push(branch: " "), "branch_name: can't be blank");
        await RefusedAsync(Body.Push(branch: new string('x', 256)), "branch_name: should be at most 255 character(s)");
        await RefusedAsync(Body.Push(references: new Dictionary<string, string[]> { ["a b.A.1"] = [] }), "references: 'a b.A.1' is not a requirement ID");
        await RefusedAsync(Body.Push([Body.Spec(), Body.Spec()]), "Push rejected: duplicate feature name 'cart' in one push.");
        await RefusedAsync(Body.Push([Body.Spec(), Body.Spec("x", "depot")]), "Push rejected: specs span multiple products (shop, depot). All specs must belong to the same product.");
        await NameAsync(Body.Push([Body.Spec()]));
        await RefusedAsync(Body.Push([Body.Spec(product: "Shop")]), "product_name: has already been taken");
    }

    [TestMethod]
    [TestCategory("local-server.LIMITS.1")]
    public async Task What_exceeds_a_limit_is_refused_with_nothing_left()
    {
        await RefusedAsync(Body.Push(Enumerable.Range(0, 51).Select(static number => Body.Spec($"f{number}"))), "Push rejected: too many specs in one push.");
        await RefusedAsync(Body.Push([Body.Spec(requirements: 101)]), "Push rejected: a spec exceeded the configured requirement count.");
        await RefusedAsync(Body.Push(references: Enumerable.Range(0, 5_001).ToDictionary(static number => $"a.A.{number}", static _ => Array.Empty<string>())), "Push rejected: too many reference entries in one push.");
        var (status, body) = await _server.PushAsync(Body.Push([Body.Spec(text: new string('x', 2_000_001))]));
        Assert.AreEqual((413, "Request body too large"), (status, body.Detail()));
        Assert.IsEmpty((await _server.ContentsAsync()).GetProperty("branches").EnumerateArray());
        Assert.AreEqual("main", await NameAsync(Body.Push([Body.Spec(text: string.Concat(Enumerable.Repeat("👩‍👩‍👧", 1_000)))])));
    }

    [TestMethod]
    [TestCategory("local-server.TOKENS.1")]
    public async Task A_request_without_a_valid_token_is_refused()
    {
        Assert.AreEqual("Invalid token", await UnauthorizedAsync(new AuthenticationHeaderValue("Bearer", "wrong")));
        Assert.AreEqual("Authorization header required", await UnauthorizedAsync(null));
        Assert.AreEqual("Authorization header must use Bearer scheme", await UnauthorizedAsync(new AuthenticationHeaderValue("Basic", _server.Token)));
        _server.Http.DefaultRequestHeaders.Authorization = null;
        Assert.AreEqual((400, "Bad Request"), await StatusAsync("{"));
    }

    [TestMethod]
    [TestCategory("local-server.CONCURRENCY.1")]
    public async Task Thirty_two_clients_at_once_lose_nothing()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(1, 32).Select(async number =>
            (await _server.PushAsync(Body.Push([Body.Spec($"f{number}")], new Dictionary<string, string[]> { [$"f{number}.A.1"] = ["a:1"] }))).Status));
        CollectionAssert.AreEqual(Enumerable.Repeat(200, 32).ToArray(), statuses);
        var branch = (await _server.ContentsAsync()).GetProperty("branches").EnumerateArray().Single();
        Assert.AreEqual(32, branch.GetProperty("specs").GetArrayLength());
        Assert.HasCount(32, branch.GetProperty("references").EnumerateObject());
        Assert.AreEqual(1, (await _server.ContentsAsync()).GetProperty("implementations").GetArrayLength());
    }

    private static (string?, string?, int, int) Summary(JsonElement data) => (
        data.GetProperty("implementation_name").GetString(), data.GetProperty("product_name").GetString(), data.GetProperty("specs_created").GetInt32(), data.GetProperty("specs_updated").GetInt32());

    private async Task<string?> NameAsync(string request)
    {
        var (status, body) = await _server.PushAsync(request);
        Assert.AreEqual(200, status, body.ToString());
        return body.GetProperty("data").GetProperty("implementation_name").GetString();
    }

    private async Task RefusedAsync(string request, string detail)
    {
        var (status, body) = await _server.PushAsync(request);
        Assert.AreEqual((422, detail, "UNPROCESSABLE_ENTITY"), (status, body.Detail(), body.GetProperty("errors").GetProperty("status").GetString()));
    }

    private async Task<string> UnauthorizedAsync(AuthenticationHeaderValue? authorization)
    {
        _server.Http.DefaultRequestHeaders.Authorization = authorization;
        var (status, detail) = await StatusAsync("{}");
        Assert.AreEqual(401, status);
        return detail;
    }

    private async Task<(int Status, string Detail)> StatusAsync(string request)
    {
        var (status, body) = await _server.PushAsync(request);
        Assert.IsFalse(body.GetProperty("errors").TryGetProperty("status", out _));
        return (status, body.Detail());
    }

    private Task<string?> PushReferencesAsync(bool isOverride, params (string Acid, string[] Places)[] references) =>
        NameAsync(Body.Push(references: references.ToDictionary(static list => list.Acid, static list => list.Places), isOverride: isOverride));

    private async Task<string> ReferencesAsync() => string.Join(' ', (await _server.ContentsAsync()).GetProperty("branches")[0].GetProperty("references").EnumerateObject()
        .Select(static list => $"{list.Name}={string.Join(',', list.Value.EnumerateArray().Select(static place => place.GetProperty("path").GetString() + (place.GetProperty("is_test").GetBoolean() ? "*" : "")))}"));
}

using System.Text.Json.Nodes;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed class RequestTests : ServerTest
{
    [TestMethod]
    [TestCategory("local-server.REQUEST.1")]
    [DataRow("""{"branch_name":"b","commit_hash":"c"}""", "/repo_uri", "Missing field: repo_uri")]
    [DataRow("""{"repo_uri":"r","commit_hash":"c"}""", "/branch_name", "Missing field: branch_name")]
    [DataRow("""{"repo_uri":"r","branch_name":"b"}""", "/commit_hash", "Missing field: commit_hash")]
    [DataRow("""{"repo_uri":1,"branch_name":"b","commit_hash":"c"}""", "/repo_uri", "Invalid string. Got: integer")]
    [DataRow("[]", "/", "Invalid object. Got: array")]
    public Task A_request_of_another_shape_is_answered_with_a_pointer(string request, string place, string detail) => RefusedShapeAsync(request, place, detail);

    [TestMethod]
    [TestCategory("local-server.REQUEST.1")]
    [DataRow("""{"product_name":null}""", "/product_name", "null value where string expected")]
    [DataRow("""{"target_impl_name":null}""", "/target_impl_name", "null value where string expected")]
    [DataRow("""{"parent_impl_name":null}""", "/parent_impl_name", "null value where string expected")]
    [DataRow("""{"specs":null}""", "/specs", "null value where array expected")]
    [DataRow("""{"references":null}""", "/references", "null value where object expected")]
    [DataRow("""{"extra":1}""", "/extra", "Unexpected field: extra")]
    [DataRow("""{"references":{}}""", "/references/data", "Missing field: data")]
    [DataRow("""{"references":{"data":{},"override":"yes"}}""", "/references/override", "Invalid boolean. Got: string")]
    [DataRow("""{"references":{"data":{"n.A.1":{}}}}""", "/references/data/n.A.1", "Invalid array. Got: object")]
    [DataRow("""{"references":{"data":{"n.A.1":[{"is_test":true}]}}}""", "/references/data/n.A.1/0/path", "Missing field: path")]
    [DataRow("""{"references":{"data":{"n/~A":[1]}}}""", "/references/data/n~1~0A/0", "Invalid object. Got: integer")]
    [DataRow("""{"specs":[1]}""", "/specs/0", "Invalid object. Got: integer")]
    [DataRow("""{"specs":[{"feature":{"name":"n","product":"p"},"meta":{"path":"p","last_seen_commit":"c"}}]}""", "/specs/0/requirements", "Missing field: requirements")]
    [DataRow("""{"specs":[{"feature":{"name":"n","product":"p"},"meta":{"path":"p","last_seen_commit":"c"},"requirements":{"n.A.1":{"requirement":1}}}]}""", "/specs/0/requirements/n.A.1/requirement", "Invalid string. Got: integer")]
    [DataRow("""{"specs":[{"feature":{"name":"n","product":"p","prerequisites":[1]},"meta":{"path":"p","last_seen_commit":"c"},"requirements":{}}]}""", "/specs/0/feature/prerequisites/0", "Invalid string. Got: integer")]
    public Task A_member_of_another_shape_is_answered_with_a_pointer(string member, string place, string detail) => RefusedShapeAsync(With(member), place, detail);

    [TestMethod]
    [TestCategory("local-server.REQUEST.1")]
    public async Task The_outer_failures_come_first()
    {
        var (status, body) = await RefusingServer.PushAsync(With("""{"specs":[{"feature":{"product":"p"},"meta":{"path":"p","last_seen_commit":"c"},"requirements":{}}]}"""));
        Assert.AreEqual(422, status);
        CollectionAssert.AreEqual(
            new[] { "/specs/0 Failed to cast value as SpecObject. Value must be castable using `allOf` schemas listed.", "/specs/0/feature Failed to cast value as Feature. Value must be castable using `allOf` schemas listed.", "/specs/0/feature/name Missing field: name" },
            body.GetProperty("errors").EnumerateArray().Select(static error => $"{error.GetProperty("source").GetProperty("pointer")} {error.GetProperty("detail")}").ToArray());
    }

    [TestMethod]
    [TestCategory("local-server.REQUEST.2")]
    [DataRow("branch_name")]
    [DataRow("commit_hash")]
    [DataRow("repo_uri")]
    [DataRow("target_impl_name")]
    public async Task Blank_and_long_names_are_refused(string field)
    {
        var longest = field == "repo_uri" ? 1_024 : 255;
        await RefusedAsync(With(field, " "), $"{field}: can't be blank");
        await RefusedAsync(
            With(field, new string('x', longest + 1)),
            field == "repo_uri" ? "Push rejected: repo_uri exceeds the configured maximum length." : $"{field}: should be at most {longest} character(s)");
        await TakenAsync(With(field, new string('x', longest)));
    }

    [TestMethod]
    [TestCategory("local-server.REQUEST.2")]
    public async Task Names_versions_and_IDs_that_the_hosted_server_breaks_on_are_refused()
    {
        await RefusedAsync(Body.Push([Body.Spec("a b")]), "feature_name: has invalid format");
        await RefusedAsync(Body.Push([Body.Spec(product: "my.product")]), "product_name: has invalid format");
        await RefusedAsync(Body.Push([Body.Spec(version: "1.0.0-rc.1")]), "feature_version: must follow SemVer format (e.g., 1.0.0)");
        await RefusedAsync(Body.Push(references: new Dictionary<string, string[]> { ["a b.A.1"] = [] }), "references: 'a b.A.1' is not a requirement ID");
    }

    [TestMethod]
    [TestCategory("local-server.REQUEST.3")]
    public async Task A_feature_twice_two_products_and_another_product_name_are_refused()
    {
        await RefusedAsync(Body.Push([Body.Spec(), Body.Spec()]), "Push rejected: specs contain duplicate feature.name 'cart'.");
        await RefusedAsync(Body.Push([Body.Spec(), Body.Spec("x", "depot")]), "Push rejected: specs span multiple products (shop, depot). All specs must belong to the same product.");
        await RefusedAsync(Body.Push([Body.Spec()], product: "depot"), "product_name 'depot' must match pushed specs product 'shop'");
    }

    [TestMethod]
    [TestCategory("local-server.REQUEST.4")]
    [DataRow("{", "application/json", "api/v1/push", null, 400, "application/json", """{"errors":{"detail":"Bad Request"}}""")]
    [DataRow("{", "application/json", "api/v1/push", "text/html", 400, "text/html", "Bad Request")]
    [DataRow("""{"repo_uri":"\ud800"}""", "application/json", "api/v1/push", null, 400, "application/json", """{"errors":{"detail":"Bad Request"}}""")]
    [DataRow("{}", "application/json", "api/v1/push", "text/html", 406, "text/html", "Not Acceptable")]
    [DataRow("{}", "application/x-www-form-urlencoded", "api/v1/push", null, 415, "application/json", """{"errors":{"detail":"Unsupported Media Type"}}""")]
    [DataRow("{}", "application/json", "api/v1/pull", null, 404, "application/json", """{"errors":{"detail":"Not Found"}}""")]
    [DataRow("{}", "application/json", "api/v1/push/", null, 404, "application/json", """{"errors":{"detail":"Not Found"}}""")]
    [DataRow("{}", "application/json", "api/v1/push.json", null, 404, "application/json", """{"errors":{"detail":"Not Found"}}""")]
    public async Task A_request_that_is_not_a_push_is_answered_as_by_the_API(string request, string mediaType, string path, string? accept, int status, string answered, string body)
    {
        using var response = await RefusingServer.SendAsync(request, mediaType, path, accept);
        Assert.AreEqual((status, answered, body), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType, await response.Content.ReadAsStringAsync()));
    }

    [TestMethod]
    [TestCategory("local-server.REQUEST.4")]
    public async Task Another_method_finds_nothing()
    {
        using var response = await RefusingServer.Http.GetAsync(new Uri("api/v1/push", UriKind.Relative));
        Assert.AreEqual((404, """{"errors":{"detail":"Not Found"}}"""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [TestMethod]
    [TestCategory("local-server.REQUEST.5")]
    public async Task Each_check_comes_before_the_next()
    {
        var tooLarge = "{" + new string(' ', 2_000_000);
        const string WrongShape = """{"extra":1}""";
        Server.Use("wrong");
        Assert.AreEqual(413, (await Server.PushAsync(tooLarge)).Status, "size before JSON and token");
        Assert.AreEqual(400, (await Server.PushAsync("{")).Status, "JSON before token");
        Assert.AreEqual(401, (await Server.PushAsync(WrongShape)).Status, "token before shape");
        Server.Use(Server.Token);
        Assert.AreEqual(422, (await Server.PushAsync(WrongShape)).Status);
        await RefusedAsync(Body.Push([Body.Spec(), Body.Spec(), Body.Spec("x", "depot")], product: "nope"), "Push rejected: specs contain duplicate feature.name 'cart'.");
        await RefusedAsync(Body.Push(Enumerable.Range(0, 51).Select(static number => Body.Spec($"f{number}")), product: "depot"), "product_name 'depot' must match pushed specs product 'shop'");
        await RefusedAsync(Body.Push(Enumerable.Range(0, 51).Select(static number => Body.Spec($"f{number}")), parent: "nope"), "Push rejected: too many specs in one push.");
    }

    [TestMethod]
    [TestCategory("local-server.REQUEST.6")]
    public async Task A_refused_push_stores_nothing()
    {
        var before = (await Server.ContentsAsync()).GetRawText();
        await RefusedAsync(Body.Push([Body.Spec()], parent: "nope"), "Parent implementation 'nope' not found");
        await RefusedAsync(Body.Push(references: new Dictionary<string, string[]> { ["cart.A.1"] = ["a:1"] }, product: "shop", target: "nope"), "Refs-only pushes with product_name and target_impl_name must resolve to an existing implementation unless parent_impl_name is also provided.");
        Assert.AreEqual(before, (await Server.ContentsAsync()).GetRawText());
        Assert.AreEqual("""{"implementations":[],"branches":[]}""", before);
    }

    private static string With(string member) => """{"repo_uri":"r","branch_name":"b","commit_hash":"c",""" + member[1..];

    private static string With(string field, string value)
    {
        var body = JsonNode.Parse(Body.Push([Body.Spec()]))!;
        body[field] = value;
        return body.ToJsonString();
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed class DescriptionTests : ServerTest
{
    [TestMethod]
    [TestCategory("local-server.DESCRIPTION.1")]
    public async Task The_document_names_the_endpoint_its_token_and_every_status()
    {
        var document = await DocumentAsync();
        var operation = document["paths"]!["/api/v1/push"]!["post"]!;
        CollectionAssert.AreEqual(new[] { "/api/v1/push" }, document["paths"]!.AsObject().Select(static path => path.Key).ToArray());
        CollectionAssert.AreEquivalent(
            new[] { "200", "400", "401", "403", "413", "415", "422", "429" }, operation["responses"]!.AsObject().Select(static response => response.Key).ToArray());
        Assert.AreEqual("bearer", (string?)document["components"]!["securitySchemes"]!["bearer"]!["scheme"]);
        Assert.IsTrue(document["security"]![0]!.AsObject().ContainsKey("bearer"));
    }

    [TestMethod]
    [TestCategory("local-server.DESCRIPTION.1")]
    public async Task The_document_accepts_and_refuses_what_the_server_does()
    {
        var schema = await SchemaAsync("PushRequest");
        var valid = JsonNode.Parse(Body.Push([Body.Spec(version: "1.0.0", description: "d")], new Dictionary<string, string[]> { ["cart.A.1"] = ["tests/a:1"] }, product: "shop", target: "main"))!;
        valid["specs"]![0]!["feature"]!["prerequisites"] = new JsonArray("stock");
        valid["specs"]![0]!["meta"]!["raw_content"] = "feature:";
        valid["specs"]![0]!["requirements"]!["cart.A.1"] = JsonNode.Parse("""{"requirement":"r","deprecated":true,"note":"n","replaced_by":["cart.A.2"]}""");
        Assert.AreEqual((200, 0), await JudgeAsync(schema, valid.ToJsonString()));
        var changed = 0;
        foreach (var request in Places(valid).SelectMany(path => Changes(valid, path)))
        {
            var (status, errors) = await JudgeAsync(schema, request);
            Assert.AreEqual(status == 200, errors == 0, $"{status} {request}");
            changed++;
        }

        Assert.IsGreaterThan(100, changed);
    }

    [TestMethod]
    [TestCategory("local-server.DESCRIPTION.1")]
    public async Task The_answers_match_the_document()
    {
        var (success, refusal, shape) = (await SchemaAsync("PushResponse"), await SchemaAsync("ErrorResponse"), await SchemaAsync("SchemaErrorResponse"));
        Assert.IsEmpty(success.Validate((await Server.PushAsync(Body.Push([Body.Spec()]))).Body.GetRawText()));
        Assert.IsEmpty(success.Validate((await Server.PushAsync(Body.Push(branch: "other"))).Body.GetRawText()));
        Assert.IsEmpty(refusal.Validate((await Server.PushAsync(Body.Push(branch: " "))).Body.GetRawText()));
        Assert.IsEmpty(refusal.Validate((await Server.PushAsync("{")).Body.GetRawText()));
        Assert.IsEmpty(shape.Validate((await Server.PushAsync("{}")).Body.GetRawText()));
        Assert.IsNotEmpty(refusal.Validate((await Server.PushAsync("{}")).Body.GetRawText()), "the two kinds of refusal differ");
    }

    [TestMethod]
    [TestCategory("local-server.DESCRIPTION.1")]
    public async Task The_document_states_the_limits_of_the_schema()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;
        Assert.AreEqual(100, (int)schemas["PushRequest"]!["properties"]!["specs"]!["maxItems"]!);
        Assert.AreEqual(2_048, (int)schemas["PushRequest"]!["properties"]!["repo_uri"]!["maxLength"]!);
        Assert.AreEqual(10_000, (int)schemas["References"]!["properties"]!["data"]!["maxProperties"]!);
        Assert.AreEqual(2_000, (int)schemas["RequirementDefinition"]!["properties"]!["requirement"]!["maxLength"]!);
        Assert.AreEqual(5_000, (int)schemas["Feature"]!["properties"]!["description"]!["maxLength"]!);
        Assert.AreEqual(1_024, (int)schemas["FeatureMeta"]!["properties"]!["path"]!["maxLength"]!);
        Assert.AreEqual(102_400, (int)schemas["FeatureMeta"]!["properties"]!["raw_content"]!["maxLength"]!);
    }

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await Server.Http.GetStringAsync(new Uri("api/v1/openapi.json", UriKind.Relative)))!;

    /// <summary>One of the document's schemas, in the place where a JSON Schema validator expects it.</summary>
    private async Task<JsonSchema> SchemaAsync(string name)
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return await JsonSchema.FromJsonAsync($$"""{"$ref":"#/definitions/{{name}}","definitions":{{schemas}}}""");
    }

    private async Task<(int Status, int Errors)> JudgeAsync(JsonSchema schema, string request) => ((await Server.PushAsync(request)).Status, schema.Validate(request).Count);

    private static IEnumerable<string[]> Places(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(static member => Places(member.Value!).Select(path => (string[])[member.Key, .. path]).Prepend([member.Key])),
        JsonArray items => items.Index().SelectMany(static item => Places(item.Item!).Select(path => (string[])[$"{item.Index}", .. path]).Prepend([$"{item.Index}"])),
        _ => [],
    };

    /// <summary>Variants of the request: without the value at the place, and with a value of every other kind.</summary>
    private static IEnumerable<string> Changes(JsonNode request, string[] path)
    {
        foreach (var replacement in new[] { "", "null", "1", "true", "[]", "{}" })
        {
            var copy = request.DeepClone();
            var parent = path[..^1].Aggregate(copy, static (node, name) => node is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!);
            if (parent is JsonObject members)
            {
                members.Remove(path[^1]);
                if (replacement.Length > 0)
                {
                    members.Add(path[^1], JsonNode.Parse(replacement));
                }
            }
            else
            {
                ((JsonArray)parent)[0] = JsonNode.Parse(replacement.Length > 0 ? replacement : "1");
            }

            yield return copy.ToJsonString();
        }
    }
}

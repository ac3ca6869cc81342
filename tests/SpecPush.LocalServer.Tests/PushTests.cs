using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed class PushTests : ServerTest
{
    [TestMethod]
    [TestCategory("local-server.PUSH.4")]
    public async Task The_documented_request_is_answered_with_the_documented_body()
    {
        var (status, body) = await Server.PushAsync("""
            {
              "branch_name": "main",
              "commit_hash": "abc123def456",
              "repo_uri": "github.com/my-org/my-repo",
              "specs": [
                {
                  "feature": { "name": "auth-feature", "product": "my-app" },
                  "meta": { "last_seen_commit": "abc123def456", "path": "features/auth.feature.yaml" },
                  "requirements": { "auth-feature.AUTH.1": { "requirement": "Must validate credentials" } }
                }
              ]
            }
            """);
        Assert.AreEqual(200, status);
        var data = body.GetProperty("data");
        Assert.AreEqual(
            $$"""{"branch_id":"{{data.GetProperty("branch_id")}}","implementation_id":"{{data.GetProperty("implementation_id")}}","implementation_name":"main","product_name":"my-app","specs_created":1,"specs_updated":0,"warnings":[]}""",
            data.GetRawText());
        Assert.IsTrue(Guid.TryParse(data.GetProperty("branch_id").GetString(), out _));
        Assert.IsTrue(Guid.TryParse(data.GetProperty("implementation_id").GetString(), out _));
    }

    [TestMethod]
    [TestCategory("local-server.PUSH.1")]
    public async Task Every_changed_field_updates_a_spec_and_an_equal_spec_does_not()
    {
        Assert.AreEqual((1, 0), await CountAsync(static _ => { }));
        Assert.AreEqual((0, 0), await CountAsync(static _ => { }));
        Assert.AreEqual((0, 1), await CountAsync(static spec => spec["feature"]!["description"] = "New"));
        Assert.AreEqual((0, 1), await CountAsync(static spec => spec["feature"]!["version"] = "2.0.0"));
        Assert.AreEqual((0, 1), await CountAsync(static spec => spec["meta"]!["path"] = "features/other.feature.yaml"));
        Assert.AreEqual((0, 1), await CountAsync(static spec => spec["meta"]!["raw_content"] = "feature:"));
        Assert.AreEqual((0, 1), await CountAsync(static spec => spec["meta"]!["last_seen_commit"] = "def"));
        Assert.AreEqual((0, 1), await CountAsync(static spec => spec["requirements"] = JsonNode.Parse("""{"cart.B.1":{"requirement":"b"},"cart.A.9":{"requirement":"a"}}""")));
        Assert.AreEqual((0, 0), await CountAsync(static spec => spec["requirements"] = JsonNode.Parse("""{"cart.A.9":{"requirement":"a"},"cart.B.1":{"requirement":"b"}}""")));
        var stored = (await BranchAsync()).GetProperty("specs").EnumerateArray().Single();
        Assert.AreEqual("""{"cart.A.9":{"requirement":"a","deprecated":false,"note":null,"replaced_by":null},"cart.B.1":{"requirement":"b","deprecated":false,"note":null,"replaced_by":null}}""", stored.GetProperty("requirements").GetRawText());
    }

    [TestMethod]
    [TestCategory("local-server.PUSH.2")]
    public async Task A_spec_that_is_not_pushed_again_stays()
    {
        await TakenAsync(Body.Push([Body.Spec("cart"), Body.Spec("stock")]));
        await TakenAsync(Body.Push([Body.Spec("cart")]));
        Assert.AreEqual(2, (await BranchAsync()).GetProperty("specs").GetArrayLength());
    }

    [TestMethod]
    [TestCategory("local-server.PUSH.3")]
    public async Task A_push_without_specs_and_references_affects_only_its_branch()
    {
        var data = await TakenAsync(Body.Push());
        Assert.AreEqual(
            $$"""{"branch_id":"{{data.GetProperty("branch_id")}}","implementation_id":null,"implementation_name":null,"product_name":null,"specs_created":0,"specs_updated":0,"warnings":[]}""",
            data.GetRawText());
        Assert.AreEqual("abc123def456", (await BranchAsync()).GetProperty("commit_hash").GetString());
    }

    [TestMethod]
    [TestCategory("local-server.PUSH.5")]
    [DataRow("https://github.com/my-org/my-repo.git", "main")]
    [DataRow("github.com/my-org/My-Repo", "main")]
    [DataRow("github.com/my-org/my-repo", "Main")]
    public async Task Another_spelling_is_another_branch(string repository, string branch)
    {
        var first = await TakenAsync(Body.Push());
        var second = await TakenAsync(Body.Push(repository: repository, branch: branch));
        Assert.AreNotEqual(first.GetProperty("branch_id").GetString(), second.GetProperty("branch_id").GetString());
        Assert.AreEqual(first.GetProperty("branch_id").GetString(), (await TakenAsync(Body.Push())).GetProperty("branch_id").GetString());
    }

    [TestMethod]
    [TestCategory("local-server.REFERENCES.1")]
    [TestCategory("local-server.REFERENCES.2")]
    [TestCategory("local-server.REFERENCES.3")]
    [TestCategory("local-server.REFERENCES.4")]
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
    [TestCategory("local-server.REFERENCES.2")]
    public async Task An_override_of_a_feature_does_not_affect_one_whose_name_begins_the_same()
    {
        await PushReferencesAsync(isOverride: false, ("cart.A.1", ["a:1"]), ("cart-page.A.1", ["b:1"]));
        await PushReferencesAsync(isOverride: true, ("cart.A.2", ["c:1"]));
        Assert.AreEqual("cart-page.A.1=b:1 cart.A.2=c:1", await ReferencesAsync());
    }

    private async Task<(int Created, int Updated)> CountAsync(Action<JsonObject> change)
    {
        var spec = Body.Spec();
        change(spec);
        var data = await TakenAsync(Body.Push([spec]));
        return (data.GetProperty("specs_created").GetInt32(), data.GetProperty("specs_updated").GetInt32());
    }

    private Task<JsonElement> PushReferencesAsync(bool isOverride, params (string Acid, string[] Places)[] references) =>
        TakenAsync(Body.Push(references: references.ToDictionary(static list => list.Acid, static list => list.Places), isOverride: isOverride));
}

using System.Collections.Immutable;
using System.Text.Json;
using SpecPush.Planning;
using SpecPush.Specs;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Planning;

[TestClass]
public sealed class RequestBodiesTests
{
    [TestMethod]
    [TestCategory("push-planning.BODY.1")]
    [TestCategory("push-planning.BODY.2")]
    public void A_body_has_only_members_with_a_value()
    {
        var json = Serialize(includeRawContent: false, Given.Spec("cart"));
        var spec = json.GetProperty("specs")[0];
        Assert.AreEqual(
            """{"feature":{"name":"cart","product":"shop","version":"1.0.0"},"meta":{"path":"features/shop/cart.feature.yaml","last_seen_commit":"aaaa"},"requirements":{"cart.A.1":{"requirement":"It works","deprecated":false}}}""",
            spec.GetRawText());
        Assert.AreEqual("""{"override":true,"data":{"cart.A.1":[{"path":"src/Code.cs:1","is_test":false}]}}""", json.GetProperty("references").GetRawText());
        CollectionAssert.AreEqual(
            new[] { "repo_uri", "branch_name", "commit_hash", "specs", "references" }, json.EnumerateObject().Select(static member => member.Name).ToArray());
    }

    [TestMethod]
    [TestCategory("push-planning.BODY.1")]
    public void Everything_that_a_spec_says_is_sent()
    {
        var plain = Given.Spec("cart");
        var spec = plain with
        {
            Version = "2.1.0",
            Description = "Ä \"cart\"",
            Prerequisites = ["login"],
            Requirements = [plain.Requirements[0] with { Deprecated = true, Note = "why", ReplacedBy = ["cart.A.2"] }],
        };
        var sent = Serialize(includeRawContent: false, spec).GetProperty("specs")[0];
        Assert.AreEqual("Ä \"cart\"", sent.GetProperty("feature").GetProperty("description").GetString());
        Assert.AreEqual("2.1.0", sent.GetProperty("feature").GetProperty("version").GetString());
        Assert.AreEqual("""["login"]""", sent.GetProperty("feature").GetProperty("prerequisites").GetRawText());
        Assert.AreEqual(
            """{"requirement":"It works","deprecated":true,"note":"why","replaced_by":["cart.A.2"]}""",
            sent.GetProperty("requirements").GetProperty("cart.A.1").GetRawText());
    }

    [TestMethod]
    [TestCategory("push-planning.BODY.3")]
    public void The_text_is_sent_only_on_request_and_if_it_is_short_enough()
    {
        var spec = Given.Spec("cart");
        var large = spec with { RawContent = new string('ä', 30_000) };
        Assert.IsFalse(RawContent(includeRawContent: false, spec, out _));
        Assert.IsTrue(RawContent(includeRawContent: true, spec, out var text));
        Assert.AreEqual(spec.RawContent, text);
        Assert.IsFalse(RawContent(includeRawContent: true, large, out _));
    }

    private static bool RawContent(bool includeRawContent, Spec spec, out string? text)
    {
        var found = Serialize(includeRawContent, spec).GetProperty("specs")[0].GetProperty("meta").TryGetProperty("raw_content", out var value);
        text = found ? value.GetString() : null;
        return found;
    }

    private static JsonElement Serialize(bool includeRawContent, Spec spec)
    {
        var lastCommits = ImmutableDictionary<string, string>.Empty.Add(spec.Path, "aaaa");
        var request = new PlannedRequest
        {
            Product = "shop",
            Specs = [spec],
            References = [new AcidReferences("cart.A.1", [Given.Reference("cart.A.1")])],
            Override = true,
        };
        return JsonDocument.Parse(new RequestBodies(Given.Context(), lastCommits, includeRawContent).Serialize(request)).RootElement;
    }
}

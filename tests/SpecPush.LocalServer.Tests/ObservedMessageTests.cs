using System.Text.Json.Nodes;

namespace SpecPush.LocalServer.Tests;

/// <summary>Each message of the hosted server as observed, word for word, with the whole body.</summary>
[TestClass]
public sealed class ObservedMessageTests : ServerTest
{
    private const string OtherRepository = "github.com/my-org/other";

    private static readonly Dictionary<string, string[]> References = new() { ["cart.A.1"] = ["src/a.cs:1"] };

    private static Dictionary<string, (string[] Before, string Request, string Detail)> Cases => new()
    {
        ["requirement text too long"] = ([], With("requirements/cart.A.1/requirement", 1_001), "Push rejected: a requirement string exceeds the configured maximum length."),
        ["description too long"] = ([], With("feature/description", 2_501), "Push rejected: feature.description exceeds the configured maximum length."),
        ["path too long"] = ([], With("meta/path", 513), "Push rejected: meta.path exceeds the configured maximum length."),
        ["raw content too long"] = ([], With("meta/raw_content", 51_201), "Push rejected: meta.raw_content exceeds the configured maximum length."),
        ["repository too long"] = ([], Body.Push(repository: new string('x', 1_025)), "Push rejected: repo_uri exceeds the configured maximum length."),
        ["too many requirements"] = ([], Body.Push([Body.Spec(requirements: 101)]), "Push rejected: a spec exceeded the configured requirement count."),
        ["too many specs"] = ([], Body.Push(Enumerable.Range(0, 51).Select(static number => Body.Spec($"f{number}"))), "Push rejected: too many specs in one push."),
        ["too many references"] = ([], Body.Push(references: Enumerable.Range(0, 5_001).ToDictionary(static number => $"a.A.{number}", static _ => Array.Empty<string>())), "Push rejected: too many reference entries in one push."),
        ["one feature twice"] = ([], Body.Push([Body.Spec("dup"), Body.Spec("dup")]), "Push rejected: specs contain duplicate feature.name 'dup'."),
        ["two products"] = ([], Body.Push([Body.Spec("a", "p1"), Body.Spec("b", "p2")]), "Push rejected: specs span multiple products (p1, p2). All specs must belong to the same product."),
        ["another product name"] = ([], Body.Push([Body.Spec(product: "p1")], product: "other"), "product_name 'other' must match pushed specs product 'p1'"),
        ["version"] = ([], Body.Push([Body.Spec(version: "1.0.0-rc.1")]), "feature_version: must follow SemVer format (e.g., 1.0.0)"),
        ["feature name"] = ([], Body.Push([Body.Spec("a b")]), "feature_name: has invalid format"),
        ["name taken"] = ([Body.Push([Body.Spec()], repository: OtherRepository)], Body.Push([Body.Spec()]), "Implementation name 'main' already exists for this product. Please provide a target_impl_name to link to the existing implementation or choose a different name."),
        ["second branch of a repository"] = ([Body.Push([Body.Spec()], target: "staging")], Body.Push([Body.Spec()], branch: "work", target: "staging"), "Implementation 'staging' already tracks a branch in this repository. Cannot link to multiple branches in the same repo."),
        ["another target"] = ([Body.Push([Body.Spec()])], Body.Push([Body.Spec()], target: "staging"), "Branch is already tracked by implementation 'main' but target_impl_name 'staging' was specified"),
        ["unknown parent"] = ([], Body.Push([Body.Spec()], parent: "nope"), "Parent implementation 'nope' not found"),
        ["another parent"] = ([Body.Push([Body.Spec()]), Body.Push([Body.Spec()], branch: "work")], Body.Push([Body.Spec()], branch: "work", parent: "main"), "Parent implementation cannot be changed via push."),
        ["references alone with a product"] = ([], Body.Push(references: References, product: "shop"), "Refs-only push inputs must satisfy either the child-implementation or link-implementation rule set."),
        ["references alone with a parent"] = ([], Body.Push(references: References, parent: "main"), "Refs-only push inputs must satisfy either the child-implementation or link-implementation rule set."),
        ["references alone with a target"] = ([], Body.Push(references: References, target: "web"), "Refs-only pushes that create or link an implementation require product_name."),
        ["references alone with a target and a parent"] = ([], Body.Push(references: References, target: "web", parent: "main"), "Refs-only pushes that create or link an implementation require product_name."),
        ["references alone with a product and a parent"] = ([], Body.Push(references: References, product: "shop", parent: "main"), "Refs-only pushes that create a new child implementation require target_impl_name and parent_impl_name."),
        ["references alone with an unknown target"] = ([], Body.Push(references: References, product: "shop", target: "nope"), "Refs-only pushes with product_name and target_impl_name must resolve to an existing implementation unless parent_impl_name is also provided."),
        ["references alone with another parent"] = ([Body.Push([Body.Spec()]), Body.Push([Body.Spec("cart")], branch: "work")], Body.Push(references: References, branch: "work", parent: "main"), "Parent implementation cannot be changed via push."),
        ["references alone on a branch of two products"] = (TwoProducts, Body.Push(references: References), "Branch is tracked by multiple implementations (a, b). Please provide target_impl_name to specify which implementation to push to."),
        ["nothing on a branch of two products"] = (TwoProducts, Body.Push(), "Branch is tracked by multiple implementations (a, b). Please provide target_impl_name to specify which implementation to push to."),
        ["an unknown target on a branch of two products"] = (TwoProducts, Body.Push(references: References, target: "nope"), "Target implementation 'nope' not found"),
    };

    public static IEnumerable<object[]> Names => Cases.Keys.Select(static name => (object[])[name]);

    private static string[] TwoProducts => [Body.Push([Body.Spec("x", "p1")], target: "a"), Body.Push([Body.Spec("y", "p2")], target: "b")];

    [TestMethod]
    [TestCategory("local-server.MESSAGES.1")]
    [DynamicData(nameof(Names))]
    public async Task A_refusal_says_what_the_hosted_server_says(string name)
    {
        var (before, request, detail) = Cases[name];
        foreach (var push in before)
        {
            await TakenAsync(push);
        }

        var (status, body) = await (before.Length == 0 ? RefusingServer : Server).PushAsync(request);
        Assert.AreEqual(422, status);
        Assert.IsTrue(
            JsonNode.DeepEquals(new JsonObject { ["errors"] = new JsonObject { ["detail"] = detail, ["status"] = "UNPROCESSABLE_ENTITY" } }, JsonNode.Parse(body.GetRawText())),
            body.ToString());
    }

    [TestMethod]
    [TestCategory("local-server.MESSAGES.2")]
    [DataRow("""{"specs":[{"feature":{"product":"p"},"meta":{"path":"p","last_seen_commit":"c"},"requirements":{}}]}""", "/specs/0 SpecObject", "/specs/0/feature Feature")]
    [DataRow("""{"specs":[{"feature":{"name":"n","product":"p"},"meta":{"path":"p","last_seen_commit":"c"},"requirements":{"n.A.1":{}}}]}""", "/specs/0 SpecObject", "/specs/0/requirements/n.A.1 RequirementDefinition")]
    [DataRow("""{"references":{}}""", "/references References")]
    [DataRow("""{"references":{"data":{"n.A.1":[{"is_test":true}]}}}""", "/references References", "/references/data/n.A.1/0 RefObject")]
    public async Task A_failed_cast_names_the_schema_and_its_rule(string member, params string[] outer)
    {
        var (status, body) = await RefusingServer.PushAsync("""{"repo_uri":"r","branch_name":"b","commit_hash":"c",""" + member[1..]);
        Assert.AreEqual(422, status);
        var errors = body.GetProperty("errors").EnumerateArray().ToArray();
        CollectionAssert.AreEqual(
            outer.Select(static place => $"{place.Split(' ')[0]} Failed to cast value as {place.Split(' ')[1]}. Value must be castable using `allOf` schemas listed.").ToArray(),
            errors[..^1].Select(static error => $"{error.GetProperty("source").GetProperty("pointer")} {error.GetProperty("detail")}").ToArray());
        StringAssert.StartsWith(errors[^1].GetProperty("detail").GetString(), "Missing field: ");
    }

    [TestMethod]
    [TestCategory("local-server.MESSAGES.2")]
    [DataRow("")]
    [DataRow("{}")]
    public async Task An_empty_body_lacks_the_three_fields(string request)
    {
        var (status, body) = await RefusingServer.PushAsync(request);
        Assert.AreEqual(422, status);
        CollectionAssert.AreEquivalent(
            new[] { "Missing field: repo_uri", "Missing field: branch_name", "Missing field: commit_hash" },
            body.GetProperty("errors").EnumerateArray().Select(static error => error.GetProperty("detail").GetString()).ToArray());
    }

    [TestMethod]
    [TestCategory("local-server.PUSH.3")]
    public async Task An_empty_push_returns_the_implementation_of_its_branch()
    {
        Assert.IsNull(await NameAsync(Body.Push()));
        await TakenAsync(Body.Push([Body.Spec()], target: "production"));
        var data = await TakenAsync(Body.Push());
        Assert.AreEqual(("production", "shop"), (data.GetProperty("implementation_name").GetString(), data.GetProperty("product_name").GetString()));
    }

    [TestMethod]
    [TestCategory("local-server.IMPLEMENTATIONS.3")]
    public async Task A_push_of_only_references_with_another_target_goes_to_the_one_implementation_of_the_branch()
    {
        await TakenAsync(Body.Push([Body.Spec()], target: "production"));
        Assert.AreEqual("production", await NameAsync(Body.Push(references: References, target: "other")));
        Assert.IsTrue((await BranchAsync()).GetProperty("references").TryGetProperty("cart.A.1", out _));
    }

    [TestMethod]
    [TestCategory("local-server.REFERENCES.4")]
    public async Task A_push_of_only_references_to_an_ID_without_dots_is_accepted_only_on_an_untracked_branch()
    {
        var request = Body.Push(references: new Dictionary<string, string[]> { ["nodots"] = ["a:1"] });
        Assert.IsNull(await NameAsync(request));
        await TakenAsync(Body.Push([Body.Spec()]));
        await RefusedAsync(request, "references: 'nodots' is not a requirement ID");
    }

    private static string With(string member, int length)
    {
        var spec = Body.Spec();
        var names = member.Split('/');
        JsonNode parent = spec;
        foreach (var name in names[..^1])
        {
            parent = parent[name]!;
        }

        parent[names[^1]] = new string('x', length);
        return Body.Push([spec]);
    }
}

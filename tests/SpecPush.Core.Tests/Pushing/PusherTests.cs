using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Findings;
using SpecPush.Planning;
using SpecPush.Pushing;
using SpecPush.Pushing.Api;
using SpecPush.Settings;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Pushing;

[TestClass]
public sealed class PusherTests
{
    private const string Token = "canary-1234567890";

    [TestMethod]
    [TestCategory("pushing.REQUEST.1")]
    public async Task A_request_is_what_the_api_asks_for()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success());
        var (outcome, findings) = await PushAsync(server, Given.Plan(Given.Input([Given.Spec("cart")], [Given.Reference("cart.A.1")])));

        var request = server.Requests.Single();
        Assert.AreEqual(("POST", "/api/v1/push"), (request.Method, request.Path));
        Assert.AreEqual("Bearer " + Token, request.Headers["Authorization"]);
        Assert.AreEqual("application/json", request.Headers["Content-Type"]);
        Assert.AreEqual("application/json", request.Headers["Accept"]);
        Assert.AreEqual($"{request.Body.Length}", request.Headers["Content-Length"]);
        Assert.IsFalse(request.Headers.ContainsKey("Content-Encoding"));
        Assert.AreEqual(new PushResult("shop", "main", "b1", 1, 0, 1, []) with { Warnings = default }, outcome.Results.Single() with { Warnings = default });
        Assert.IsTrue(outcome.Complete);
        Assert.IsEmpty(findings);
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.1")]
    [DataRow(401, "SPUSH4001", "Token has expired", "ACAI_API_TOKEN")]
    [DataRow(403, "SPUSH4002", "Token missing required scope: specs:write", "scopes")]
    [DataRow(404, "SPUSH4003", "Not Found", "SpecPushApiUrl")]
    [DataRow(413, "SPUSH4004", "Request body too large", "shorten it")]
    [DataRow(302, "SPUSH4005", "x", "https://elsewhere.example/")]
    [DataRow(400, "SPUSH4006", "Bad Request", "400")]
    [DataRow(406, "SPUSH4006", "x", "406")]
    [DataRow(422, "SPUSH4010", "Parent implementation 'nope' not found", "refused the spec of cart")]
    [DataRow(408, "SPUSH4051", "x", "408")]
    [DataRow(429, "SPUSH4052", "Rate limit exceeded", "429")]
    [DataRow(500, "SPUSH4053", "Internal Server Error", "500")]
    [DataRow(503, "SPUSH4053", "x", "503")]
    public async Task Every_status_has_its_own_finding(int status, string code, string detail, string advice)
    {
        var answer = Answer.Error(status, detail) with { Headers = [("Location", "https://elsewhere.example/")] };
        await using var server = await ScriptedServer.StartAsync(answer);
        var (outcome, findings) = await PushAsync(server, Given.Plan(Given.Input([Given.Spec("cart")], [])), seconds: 0.2);

        var finding = findings.Single();
        Assert.AreEqual(code, finding.Code);
        StringAssert.Contains(finding.Message, advice);
        Assert.IsTrue(detail == "x" || status == 302 || finding.Message.Contains(detail, StringComparison.Ordinal), finding.Message);
        Assert.AreEqual(status is 408 or 429 or >= 500, outcome.Interrupted);
        Assert.IsFalse(outcome.Complete);
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.1")]
    [DataRow("<html>Log in</html>", "text/html")]
    [DataRow("{}", "application/json")]
    [DataRow("", "text/plain")]
    public async Task An_answer_from_something_else_is_reported(string body, string mediaType)
    {
        await using var server = await ScriptedServer.StartAsync(new Answer(200, body, mediaType));
        var (outcome, findings) = await PushAsync(server, Given.Plan(Given.Input([Given.Spec("cart")], [])));
        Assert.AreEqual("SPUSH4007", findings.Single().Code);
        StringAssert.Contains(findings.Single().Message, mediaType);
        Assert.IsFalse(outcome.Complete);
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.2")]
    [TestCategory("pushing.ANSWER.3")]
    public async Task A_schema_error_is_shown_at_its_spec_and_the_others_are_sent()
    {
        await using var server = await ScriptedServer.StartAsync(
            Answer.Schema(("/specs/1", "Failed to cast value as SpecObject"), ("/specs/1/feature/name", "Missing field: name"), ("/specs/1/feature", "Failed")),
            Answer.Success());
        var plan = Given.Plan(Given.Input([Given.Spec("a"), Given.Spec("b"), Given.Spec("c")], [Given.Reference("b.A.1")]));
        var (outcome, findings) = await PushAsync(server, plan);

        var finding = findings.Single();
        Assert.AreEqual(("SPUSH4008", new SourceLocation("features/shop/b.feature.yaml", 2, 9)), (finding.Code, finding.Location!));
        StringAssert.Contains(finding.Message, "Missing field: name. The other specs were sent without it.");
        var second = server.Requests.Last().Json;
        CollectionAssert.AreEqual(
            new[] { "a", "c" },
            second.GetProperty("specs").EnumerateArray().Select(static spec => spec.GetProperty("feature").GetProperty("name").GetString()).ToArray());
        Assert.AreEqual(1, second.GetProperty("references").GetProperty("data").EnumerateObject().Count());
        Assert.IsFalse(outcome.Complete);
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.10")]
    [DataRow("a", DisplayName = "no other specs")]
    [DataRow("a b", DisplayName = "the rest is refused, too")]
    public async Task A_refused_spec_does_not_claim_that_others_were_sent_if_they_were_not(string features)
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Schema(("/specs/0/feature/name", "Missing field: name")), Answer.Error(422, "No"));
        var (_, findings) = await PushAsync(server, Given.Plan(Given.Input([.. features.Split(' ').Select(static feature => Given.Spec(feature))], [])));
        Assert.AreEqual("The server refused this spec: Missing field: name.", findings.Single(static finding => finding.Code == "SPUSH4008").Message);
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.4")]
    public async Task A_request_that_is_too_large_is_halved_until_it_fits()
    {
        await using var server = await ScriptedServer.StartAsync((request, context) =>
        {
            var specs = request.Json.TryGetProperty("specs", out var list) ? list.GetArrayLength() : 0;
            var acids = request.Json.TryGetProperty("references", out var references) ? references.GetProperty("data").EnumerateObject().Count() : 0;
            var answer = specs > 2 ? Answer.Error(422, "Push rejected: too many specs in one push.")
                : acids > 3 ? Answer.Error(413, "Request body too large")
                : Answer.Success();
            return answer.WriteAsync(context);
        });
        var specs = Enumerable.Range(1, 7).Select(static number => Given.Spec($"f{number}", requirements: 4)).ToImmutableArray();
        var plan = Given.Plan(Given.Input(specs, [.. specs.SelectMany(static spec => spec.Requirements).Select(static requirement => Given.Reference(requirement.Acid))]));
        var (outcome, findings) = await PushAsync(server, plan);

        Assert.IsEmpty(findings);
        Assert.IsTrue(outcome.Complete);
        AssertEveryFeatureIsReplacedOnceAndThenAddedTo(server, specs.Length, acidsEach: 4);
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.4")]
    [DataRow("Push rejected: a spec exceeded the configured requirement count.")]
    [DataRow("Push rejected: a requirement string exceeds the configured maximum length.")]
    public async Task A_spec_that_is_too_large_on_its_own_is_reported_and_does_not_block_others(string refusal)
    {
        await using var server = await ScriptedServer.StartAsync((request, context) =>
        {
            var names = request.Json.TryGetProperty("specs", out var list)
                ? list.EnumerateArray().Select(static spec => spec.GetProperty("feature").GetProperty("name").GetString()).ToArray() : [];
            var answer = names.Contains("huge") ? Answer.Error(422, refusal) : Answer.Success();
            return answer.WriteAsync(context);
        });
        var plan = Given.Plan(Given.Input([Given.Spec("a"), Given.Spec("huge"), Given.Spec("z")], [Given.Reference("huge.A.1"), Given.Reference("a.A.1")]));
        var (outcome, findings) = await PushAsync(server, plan);

        Assert.AreEqual(("SPUSH4010", "features/shop/huge.feature.yaml"), (findings.Single().Code, findings.Single().Location!.Path));
        Assert.IsFalse(outcome.Complete);
        Assert.AreEqual(2, outcome.Results.Single().References);
        Assert.IsLessThan(10, server.Requests.Count);
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.9")]
    [DataRow(5, 0, "SPUSH4056", "The 5 seconds that SpecPushTimeout allows for everything that is sent were used up before this could be sent; ")]
    [DataRow(5, 1.5, "SPUSH4055", " did not answer within the 1.5 seconds that were left of the 5 seconds that SpecPushTimeout allows. ")]
    [DataRow(2.5, 2.5, "SPUSH4055", " did not answer within the 2.5 seconds that SpecPushTimeout allows. ")]
    public void Used_up_time_is_shown_in_the_same_way_in_every_culture(double budget, double left, string code, string text)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var findings = new PushFindings(SettingSpelling.MSBuildProperty, Given.Context(), new Uri("https://app.example/"), Severity.Warning);
            findings.OutOfTime(new ApiOutcome.OutOfTime(TimeSpan.FromSeconds(budget), TimeSpan.FromSeconds(left)));
            Assert.AreEqual(code, findings.All.Single().Code);
            StringAssert.Contains(findings.All.Single().Message, text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.1")]
    public async Task A_sentence_of_the_server_does_not_add_a_second_full_stop()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Error(422, "Push rejected: a spec exceeded the configured requirement count."));
        var (_, findings) = await PushAsync(server, Given.Plan(Given.Input([Given.Spec("cart")], [])));
        StringAssert.EndsWith(findings.Single().Message, "requirement count.");
        Assert.IsFalse(findings.Single().Message.Contains("..", StringComparison.Ordinal), findings.Single().Message);
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.5")]
    public async Task The_refusal_of_one_product_does_not_prevent_the_next_from_being_sent()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Error(422, "Target implementation 'nope' not found"), Answer.Success());
        var (outcome, _) = await PushAsync(server, Given.Plan(Given.Input([Given.Spec("cart"), Given.Spec("stock", "depot")], [])));
        Assert.AreEqual("shop", outcome.Results.Single().Product);
        Assert.HasCount(2, server.Requests);
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.5")]
    public async Task A_refused_token_is_not_retried()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Error(401, "Invalid token"));
        await PushAsync(server, Given.Plan(Given.Input([Given.Spec("cart"), Given.Spec("stock", "depot")], [])));
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.6")]
    public async Task A_name_that_another_repository_has_is_a_finding_with_the_setting_to_add()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Error(422, "Implementation name 'main' already exists for this product. Please provide a target_impl_name to link to the existing implementation or choose a different name."));
        var (_, findings) = await PushAsync(server, Given.Plan(Given.Input([Given.Spec("cart")], [])));
        Assert.AreEqual("SPUSH4009", findings.Single().Code);
        StringAssert.Contains(findings.Single().Message, "set SpecPushTargetImplName to 'main=main'");
    }

    [TestMethod]
    [TestCategory("pushing.ANSWER.7")]
    [TestCategory("pushing.ANSWER.8")]
    public async Task Warnings_of_the_server_and_untracked_references_are_shown()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success(null, null, "Take care"));
        var (outcome, findings) = await PushAsync(server, Given.Plan(Given.Input([], [Given.Reference("cart.A.1")])));
        CollectionAssert.AreEquivalent(new[] { "SPUSH4011", "SPUSH4012" }, findings.Select(static finding => finding.Code).ToArray());
        Assert.AreEqual("Take care", outcome.Results.Single().Warnings.Single());
    }

    [TestMethod]
    [TestCategory("pushing.REQUEST.3")]
    [TestCategory("pushing.TOKEN.1")]
    public async Task The_token_does_not_follow_a_redirect()
    {
        await using var other = await ScriptedServer.StartAsync(Answer.Success());
        await using var server = await ScriptedServer.StartAsync(new Answer(307, "", "text/plain", ("Location", $"{other.ApiUrl}push")));
        await PushAsync(server, Given.Plan(Given.Input([Given.Spec("cart")], [])));
        Assert.IsEmpty(other.Requests);
    }

    private static void AssertEveryFeatureIsReplacedOnceAndThenAddedTo(ScriptedServer server, int features, int acidsEach)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var references in server.Requests.Where(static request => IsAccepted(request)).Select(static request => request.Json)
            .Where(static json => json.TryGetProperty("references", out _)).Select(static json => json.GetProperty("references")))
        {
            var byFeature = references.GetProperty("data").EnumerateObject().GroupBy(static acid => acid.Name.Split('.')[0]);
            foreach (var feature in byFeature)
            {
                Assert.IsTrue(!references.GetProperty("override").GetBoolean() == seen.ContainsKey(feature.Key), feature.Key);
                seen[feature.Key] = seen.GetValueOrDefault(feature.Key) + feature.Count();
            }
        }

        Assert.HasCount(features, seen);
        Assert.IsTrue(seen.Values.All(count => count == acidsEach));
    }

    private static bool IsAccepted(ReceivedRequest request) =>
        (!request.Json.TryGetProperty("specs", out var specs) || specs.GetArrayLength() <= 2)
        && (!request.Json.TryGetProperty("references", out var references) || references.GetProperty("data").EnumerateObject().Count() <= 3);

    private static async Task<(PushOutcome Outcome, ImmutableArray<Finding> Findings)> PushAsync(ScriptedServer server, PushPlan plan, double seconds = 30)
    {
        var findings = new PushFindings(SettingSpelling.MSBuildProperty, Given.Context(), server.ApiUrl, Severity.Warning);
        var bodies = new RequestBodies(Given.Context(), ImmutableDictionary<string, string>.Empty, includeRawContent: false);
        using var connection = new ApiConnection(server.ApiUrl, Token, new TimeBudget(TimeSpan.FromSeconds(seconds), TimeSpan.Zero, TimeProvider.System), retryUnreachable: false);
        var outcome = await new Pusher(connection, bodies, findings).PushAsync(plan.Requests, CancellationToken.None);
        Assert.IsFalse(findings.All.Any(static finding => finding.Message.Contains(Token, StringComparison.Ordinal)));
        return (outcome, findings.All);
    }
}

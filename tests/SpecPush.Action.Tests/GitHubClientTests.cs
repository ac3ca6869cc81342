using System.Globalization;
using Microsoft.AspNetCore.Http;
using SpecPush.Actions.GitHub;
using SpecPush.Settings;

namespace SpecPush.Actions.Tests;

/// <summary>What GitHub may answer, as docs.github.com describes it, and what it should not.</summary>
[TestClass]
public sealed class GitHubClientTests
{
    private const string Runs = """{"total_count": 1, "check_runs": [{"id": 1, "external_id": "a"}]}""";

    [TestMethod]
    [TestCategory("action.CHECK_RUN.4")]
    [DataRow(401, "Bad credentials", "github-token has no permission to do so", false)]
    [DataRow(403, "Resource not accessible by integration", "github-token has no permission to do so", false)]
    [DataRow(403, "You have exceeded a secondary rate limit. Please wait.", "GitHub is rate-limiting github-token", true)]
    [DataRow(404, "Not Found", "github-token has no permission to do so", false)]
    [DataRow(409, "Conflict", "GitHub answered 409", false)]
    [DataRow(422, "Validation Failed", "GitHub answered 422", false)]
    [DataRow(429, "", "GitHub is rate-limiting github-token", true)]
    [DataRow(500, "", "GitHub answered 500", true)]
    [DataRow(503, "", "GitHub answered 503", true)]
    public async Task A_refusal_says_what_it_means_and_whether_it_passes(int status, string message, string reason, bool isTransient)
    {
        var exception = await FailAsync(new Answer(status, $$"""{"message": "{{message}}"}"""));
        Assert.AreEqual((reason, isTransient), (exception.Message, exception.IsTransient));
    }

    [TestMethod]
    [TestCategory("action.GITHUB.2")]
    [DataRow(403, "Retry-After", "30", "", 30)]
    [DataRow(429, "Retry-After", "Fri, 01 Jan 2100 00:00:00 GMT", "", int.MaxValue)]
    [DataRow(403, "X-RateLimit-Remaining", "0", "4102444800", int.MaxValue)]
    [DataRow(429, "X-RateLimit-Remaining", "0", "99999999999999999", int.MaxValue)]
    [DataRow(429, "X-RateLimit-Remaining", "0", "soon", 60)]
    [DataRow(429, "X-RateLimit-Remaining", "7", "1", 60)]
    public async Task A_rate_limit_says_how_long_to_wait(int status, string header, string value, string reset, int seconds)
    {
        var exception = await FailAsync(new Answer(status, "{}", Headers: [(header, value), ("X-RateLimit-Reset", reset)]));
        Assert.AreEqual(("GitHub is rate-limiting github-token", true), (exception.Message, exception.IsTransient));
        Assert.IsTrue(seconds == int.MaxValue ? exception.Pause > TimeSpan.FromDays(1) : exception.Pause == TimeSpan.FromSeconds(seconds), exception.Pause.ToString());
    }

    [TestMethod]
    [TestCategory("action.GITHUB.2")]
    public async Task A_request_is_sent_again_after_the_pause_that_GitHub_asks_for()
    {
        await using var server = await ScriptedServer.StartAsync(new Answer(429, "", Headers: ("Retry-After", "1")), new Answer(403, "rate limit", Headers: ("Retry-After", "0")), new Answer(200, Runs));
        Assert.IsNull(await GitHubAttempts.TryAsync(time => FindAsync(server.ApiUrl, time), CancellationToken.None));
        Assert.HasCount(3, server.Requests);
    }

    [TestMethod]
    [TestCategory("action.GITHUB.2")]
    [DataRow("61", DisplayName = "longer than a step may take")]
    [DataRow("1000000000", DisplayName = "absurd")]
    public async Task A_pause_that_is_too_long_is_not_waited_for(string pause)
    {
        await using var server = await ScriptedServer.StartAsync(new Answer(429, "", Headers: ("Retry-After", pause)));
        Assert.AreEqual("GitHub is rate-limiting github-token", await GitHubAttempts.TryAsync(time => FindAsync(server.ApiUrl, time), CancellationToken.None));
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [TestCategory("action.GITHUB.3")]
    public async Task Lists_are_read_to_their_last_page()
    {
        await using var server = await ScriptedServer.StartAsync((request, context) =>
        {
            var page = int.Parse((string?)context.Request.Query["page"] ?? "1", CultureInfo.InvariantCulture);
            context.Response.Headers.Link = page == 1
                ? "</api/v1/repos/o/r/commits/c/check-runs?page=2>; rel=\"next\", </api/v1/repos/o/r/commits/c/check-runs?page=2>; rel=\"last\""
                : "</api/v1/repos/o/r/commits/c/check-runs>; rel=\"first\", </api/v1/repos/o/r/commits/c/check-runs>; rel=\"prev\"";
            return context.Response.WriteAsync($$"""{"total_count": 2, "check_runs": [{"id": {{page}}, "external_id": null, "unknown": [1]}]}""");
        });
        CollectionAssert.AreEqual(new long[] { 1, 2 }, (await FindAsync(server.ApiUrl)).Select(static run => run.Id).ToArray());
    }

    [TestMethod]
    [TestCategory("action.GITHUB.4")]
    [DataRow(301)]
    [DataRow(302)]
    [DataRow(307)]
    public async Task A_redirect_on_the_same_server_is_followed_with_the_method_the_body_and_the_token(int status)
    {
        await using var server = await ScriptedServer.StartAsync(new Answer(status, "", Headers: ("Location", "/api/v1/repositories/7/comments")), new Answer(201, """{"id": 5}"""));
        Assert.AreEqual(5, (await Open(server.ApiUrl).CreateCommentAsync(3, "Text", CancellationToken.None)).Id);
        var second = server.Requests.Last();
        Assert.AreEqual(("POST", "/api/v1/repositories/7/comments", "Bearer ghs_token", "Text"), (second.Method, second.Path, second.Headers["Authorization"], second.Json.GetProperty("body").GetString()));
    }

    [TestMethod]
    [TestCategory("action.GITHUB.4")]
    public async Task Nothing_is_sent_to_another_server()
    {
        await using var other = await ScriptedServer.StartAsync(new Answer(200, Runs));
        var exception = await FailAsync(new Answer(302, "", Headers: ("Location", $"{other.ApiUrl}repos/o/r/commits/c/check-runs")));
        StringAssert.StartsWith(exception.Message, "GitHub named an address of another server");
        exception = await FailAsync(new Answer(200, Runs, Headers: ("Link", $"<{other.ApiUrl}>; rel=\"next\"")));
        StringAssert.StartsWith(exception.Message, "GitHub named an address of another server");
        Assert.IsEmpty(other.Requests);
    }

    [TestMethod]
    [TestCategory("action.GITHUB.4")]
    [DataRow("/api/v1/again", "GitHub answered 302", DisplayName = "in a circle")]
    [DataRow("http://[", "GitHub answered 302", DisplayName = "to what is not an address")]
    [DataRow(null, "GitHub answered 302", DisplayName = "to nowhere")]
    public async Task A_redirect_that_leads_nowhere_ends(string? location, string reason) =>
        Assert.AreEqual(reason, (await FailAsync(new Answer(302, "", Headers: location is null ? [] : [("Location", location)]))).Message);

    [TestMethod]
    [TestCategory("action.GITHUB.5")]
    [DataRow("<!DOCTYPE html><title>Unicorn!</title>", DisplayName = "a page")]
    [DataRow("", DisplayName = "nothing")]
    [DataRow("null", DisplayName = "null")]
    [DataRow("[]", DisplayName = "a list")]
    [DataRow("{}", DisplayName = "without the list")]
    [DataRow("""{"check_runs": null}""", DisplayName = "a list that is null")]
    [DataRow("""{"check_runs": [{"external_id": "a"}]}""", DisplayName = "without an ID")]
    [DataRow("""{"check_runs": [{"id": "a"}]}""", DisplayName = "an ID of another type")]
    [DataRow("""{"check_runs": [{"id": 1""", DisplayName = "half an answer")]
    public async Task An_answer_that_is_not_described_is_a_failure_of_GitHub(string body)
    {
        var exception = await FailAsync(new Answer(200, body, "text/html"));
        Assert.AreEqual(("GitHub's answer is not what its API describes", true), (exception.Message, exception.IsTransient));
    }

    [TestMethod]
    [TestCategory("action.GITHUB.5")]
    public async Task A_connection_that_breaks_is_a_failure_of_GitHub()
    {
        var exception = await FailAsync(new Answer(200, Runs) { IsBrokenOff = true });
        Assert.AreEqual(("GitHub was not reached", true), (exception.Message, exception.IsTransient));
    }

    [TestMethod]
    [TestCategory("action.GITHUB.5")]
    public async Task A_page_link_that_is_not_an_address_ends_the_list() =>
        Assert.HasCount(1, await FindFirstAsync(new Answer(200, Runs, Headers: ("Link", "<http://[>; rel=\"next\""))));

    private static async Task<GitHubException> FailAsync(Answer answer) => await Assert.ThrowsExactlyAsync<GitHubException>(() => FindFirstAsync(answer));

    private static async Task<CheckRun[]> FindFirstAsync(Answer answer)
    {
        await using var server = await ScriptedServer.StartAsync(answer);
        return await FindAsync(server.ApiUrl);
    }

    private static Task<CheckRun[]> FindAsync(Uri api, CancellationToken cancellationToken = default) => Open(api).FindCheckRunsAsync("c", "SpecPush", cancellationToken);

    private static GitHubClient Open(Uri api) =>
        GitHubClient.Open(new EnvironmentVariables([new("GITHUB_API_URL", api.ToString()), new("GITHUB_REPOSITORY", "o/r")]), "ghs_token")!;
}

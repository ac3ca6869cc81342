using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SpecPush.Testing;

/// <summary>The part of GitHub's REST API that the action uses, as docs.github.com describes it, below a path as on an Enterprise server.</summary>
internal sealed class GitHubServer : IAsyncDisposable
{
    private const string Repository = "/api/v1/repos/my-org/my-repo/";

    private readonly List<JsonObject> _checkRuns = [];
    private ScriptedServer _server = null!;

    /// <summary>Commits by branch.</summary>
    public Dictionary<string, string> Tips { get; } = [];

    /// <summary>Last commits by path.</summary>
    public Dictionary<string, string> LastCommits { get; } = [];

    /// <summary>Statuses that the next requests are refused with, one each.</summary>
    public ConcurrentQueue<int> Refusals { get; } = [];

    /// <summary>A status that every request is refused with.</summary>
    public int? Refusal { get; set; }

    public Uri ApiUrl => _server.ApiUrl;

    public ReceivedRequest[] Writes => [.. _server.Requests.Where(static request => request.Method != "GET")];

    public ReceivedRequest[] Requests => [.. _server.Requests];

    public IReadOnlyList<JsonObject> CheckRuns => _checkRuns;

    public static async Task<GitHubServer> StartAsync()
    {
        var github = new GitHubServer();
        github._server = await ScriptedServer.StartAsync(github.AnswerAsync);
        return github;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(ReceivedRequest request, HttpContext context)
    {
        if (Refusal is { } always || Refusals.TryDequeue(out always))
        {
            return WriteAsync(context, always, new JsonObject { ["message"] = "::error::owned", ["documentation_url"] = "https://docs.github.com" });
        }

        var path = Uri.UnescapeDataString(request.Path)[Repository.Length..];
        return (request.Method, path.Split('/')) switch
        {
            ("GET", ["git", "ref" or "refs", "heads", .. var branch]) => AnswerOrNotFoundAsync(context, Tips.GetValueOrDefault(string.Join('/', branch)), static sha =>
                new JsonObject { ["ref"] = "refs/heads/x", ["object"] = new JsonObject { ["sha"] = sha, ["type"] = "commit" } }),
            ("GET", ["commits"]) => AnswerOrNotFoundAsync(context, LastCommits.GetValueOrDefault(context.Request.Query["path"]!), static sha => new JsonArray(new JsonObject { ["sha"] = sha })),
            ("GET", ["commits", var sha, "check-runs"]) => WriteAsync(context, 200, Find(sha, context.Request.Query["check_name"]!)),
            ("POST", ["check-runs"]) => WriteAsync(context, 201, Create(request.Json)),
            ("PATCH", ["check-runs", _]) => WriteAsync(context, 200, Update(request.Json)),
            ("GET", ["check-runs", _, "annotations"]) => WriteAsync(context, 200, Annotations()),
            _ => WriteAsync(context, 404, new JsonObject()),
        };
    }

    private JsonObject Find(string sha, string name)
    {
        var found = _checkRuns.Where(run => (string?)run["head_sha"] == sha && (string?)run["name"] == name).Select(static run => run.DeepClone()).ToArray();
        return new JsonObject { ["total_count"] = found.Length, ["check_runs"] = new JsonArray(found) };
    }

    private JsonNode Create(JsonElement body)
    {
        var run = JsonObject.Create(body)!;
        run["id"] = _checkRuns.Count + 1;
        _checkRuns.Add(run);
        return run.DeepClone();
    }

    // Annotations of an update are added to those that are there.
    private JsonNode Update(JsonElement body)
    {
        var annotations = Annotations();
        foreach (var annotation in body.GetProperty("output").TryGetProperty("annotations", out var more) ? more.EnumerateArray() : default)
        {
            annotations.Add(JsonObject.Create(annotation));
        }

        var output = JsonObject.Create(body.GetProperty("output"))!;
        output["annotations"] = annotations;
        _checkRuns[^1]["output"] = output;
        return _checkRuns[^1].DeepClone();
    }

    private JsonArray Annotations() => (JsonArray?)_checkRuns[^1]["output"]?["annotations"]?.DeepClone() ?? [];

    private static Task AnswerOrNotFoundAsync(HttpContext context, string? sha, Func<string, JsonNode> body) =>
        sha is null ? WriteAsync(context, 404, new JsonObject()) : WriteAsync(context, 200, body(sha));

    private static Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.ToJsonString())).AsTask();
    }
}

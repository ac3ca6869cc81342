using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SpecPush.Testing;

/// <summary>The part of GitHub's REST API that the action uses, as documented on docs.github.com, below a path as on an Enterprise server.</summary>
internal sealed class GitHubServer : IAsyncDisposable
{
    private const string Repository = "/api/v1/repos/my-org/my-repo/";

    private readonly List<JsonObject> _checkRuns = [];
    private ScriptedServer _server = null!;
    private Func<ReceivedRequest, Task<string?>> _findViolation = null!;
    private int _lastComment;

    /// <summary>Commits by branch.</summary>
    public Dictionary<string, string> Tips { get; } = [];

    /// <summary>Last commits by path.</summary>
    public Dictionary<string, string> LastCommits { get; } = [];

    /// <summary>Merge bases and how far the second commit is ahead of them, by <c>base...head</c>.</summary>
    public Dictionary<string, (string Commit, int Ahead)> MergeBases { get; } = [];

    /// <summary>The comments of all pull requests.</summary>
    public List<JsonObject> Comments { get; } = [];

    /// <summary>The comment that another job creates just before the next one.</summary>
    public string? CommentOfAnotherJob { get; set; }

    /// <summary>The token's user; null for a workflow's own token, which cannot ask for it.</summary>
    public string? Login { get; set; }

    /// <summary>A method that is always refused with 403.</summary>
    public string? ForbiddenMethod { get; set; }

    /// <summary>The statuses with which the next requests are refused.</summary>
    public ConcurrentQueue<int> Refusals { get; } = [];

    /// <summary>A status with which every request is refused.</summary>
    public int? Refusal { get; set; }

    public Uri ApiUrl => _server.ApiUrl;

    public ReceivedRequest[] Writes => [.. _server.Requests.Where(static request => request.Method != "GET")];

    public ReceivedRequest[] Requests => [.. _server.Requests];

    public IReadOnlyList<JsonObject> CheckRuns => _checkRuns;

    /// <param name="findViolation">Finds how a writing request violates GitHub's API description; null if it does not.</param>
    public static async Task<GitHubServer> StartAsync(Func<ReceivedRequest, Task<string?>> findViolation)
    {
        var github = new GitHubServer { _findViolation = findViolation };
        github._server = await ScriptedServer.StartAsync(github.AnswerAsync);
        return github;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(ReceivedRequest request, HttpContext context)
    {
        if (request.Method == ForbiddenMethod)
        {
            await WriteAsync(context, 403, new JsonObject { ["message"] = "Resource not accessible by integration", ["documentation_url"] = "https://docs.github.com" });
        }
        else if (request.Method is not ("GET" or "DELETE") && await _findViolation(request) is { } violation)
        {
            await WriteAsync(context, 422, new JsonObject { ["message"] = violation });
        }
        else
        {
            await AnswerValidAsync(request, context);
        }
    }

    private Task AnswerValidAsync(ReceivedRequest request, HttpContext context)
    {
        if (Refusal is { } always || Refusals.TryDequeue(out always))
        {
            return WriteAsync(context, always, new JsonObject { ["message"] = "::error::owned", ["documentation_url"] = "https://docs.github.com" });
        }

        if (request.Path == "/api/v1/user")
        {
            return Login is null ? WriteAsync(context, 403, new JsonObject()) : WriteAsync(context, 200, new JsonObject { ["login"] = Login, ["type"] = "User" });
        }

        var path = Uri.UnescapeDataString(request.Path)[Repository.Length..];
        return (request.Method, path.Split('/')) switch
        {
            ("GET", ["git", "ref" or "refs", "heads", .. var branch]) => AnswerOrNotFoundAsync(context, Tips.GetValueOrDefault(string.Join('/', branch)), static sha =>
                new JsonObject { ["ref"] = "refs/heads/x", ["object"] = new JsonObject { ["sha"] = sha, ["type"] = "commit" } }),
            ("GET", ["commits"]) => AnswerOrNotFoundAsync(context, LastCommits.GetValueOrDefault(context.Request.Query["path"]!), static sha => new JsonArray(new JsonObject { ["sha"] = sha })),
            ("GET", ["commits", var sha, "check-runs"]) => WriteAsync(context, 200, Find(sha, context.Request.Query["check_name"]!, context.Request.Query["filter"] == "all")),
            ("POST", ["check-runs"]) => WriteAsync(context, 201, Create(request.Json)),
            ("PATCH", ["check-runs", var id]) => WriteAsync(context, 200, Update(CheckRunOf(id), request.Json)),
            ("GET", ["compare", .. var commits]) => Compare(context, string.Join('/', commits)),
            ("GET", ["issues", var number, "comments"]) => WriteAsync(context, 200, ListComments(context, number)),
            ("POST", ["issues", var number, "comments"]) => WriteAsync(context, 201, Comment(number, request.Json.GetProperty("body").GetString()!)),
            ("DELETE", ["issues", "comments", var id]) when Comments.RemoveAll(comment => comment["id"]!.ToString() == id) == 1 => WriteAsync(context, 204, null),
            ("PATCH", ["issues", "comments", var id]) => WriteAsync(context, 200, UpdateComment(id, request.Json.GetProperty("body").GetString()!)),
            ("GET", ["check-runs", var id, "annotations"]) => WriteAsync(context, 200, Annotations(CheckRunOf(id))),
            _ => WriteAsync(context, 404, new JsonObject()),
        };
    }

    /// <summary>Adds a comment of another user.</summary>
    public JsonNode AddComment(string number, string body, string login, string type)
    {
        var comment = new JsonObject
        {
            ["id"] = ++_lastComment,
            ["issue"] = number,
            ["body"] = body,
            ["user"] = new JsonObject { ["login"] = login, ["type"] = type, ["id"] = 1 },
        };
        Comments.Add(comment);
        return comment.DeepClone();
    }

    private JsonNode Comment(string number, string body)
    {
        if (CommentOfAnotherJob is { } other)
        {
            CommentOfAnotherJob = null;
            AddComment(number, other, "github-actions[bot]", "Bot");
        }

        return AddComment(number, body, "github-actions[bot]", "Bot");
    }

    private JsonNode UpdateComment(string id, string body)
    {
        var comment = Comments.Single(comment => comment["id"]!.ToString() == id);
        comment["body"] = body;
        return comment.DeepClone();
    }

    // docs.github.com, "Using pagination in the REST API": the Link header has the address of the next page.
    private JsonArray ListComments(HttpContext context, string number)
    {
        var size = int.Parse((string?)context.Request.Query["per_page"] ?? "30", CultureInfo.InvariantCulture);
        var page = int.Parse((string?)context.Request.Query["page"] ?? "1", CultureInfo.InvariantCulture);
        var all = Comments.Where(comment => (string?)comment["issue"] == number).ToArray();
        if (all.Length > size * page)
        {
            context.Response.Headers.Link = $"<{ApiUrl}repos/my-org/my-repo/issues/{number}/comments?per_page={size}&page={page + 1}>; rel=\"next\"";
        }

        return new JsonArray([.. all.Skip(size * (page - 1)).Take(size).Select(static comment => comment.DeepClone())]);
    }

    private Task Compare(HttpContext context, string commits) => MergeBases.TryGetValue(commits, out var mergeBase)
        ? WriteAsync(context, 200, new JsonObject
        {
            ["merge_base_commit"] = new JsonObject { ["sha"] = mergeBase.Commit },
            ["status"] = "diverged",
            ["ahead_by"] = mergeBase.Ahead,
            ["behind_by"] = 0,
            ["total_commits"] = mergeBase.Ahead,
            ["commits"] = new JsonArray(),
            ["files"] = new JsonArray(),
        })
        : WriteAsync(context, 404, new JsonObject());

    // Without filter=all, GitHub lists only the latest run of a name in each check suite, and one app has one suite for a commit.
    private JsonObject Find(string sha, string name, bool isAll)
    {
        var all = _checkRuns.Where(run => (string?)run["head_sha"] == sha && (string?)run["name"] == name).Select(static run => run.DeepClone()).Reverse().ToArray();
        var found = isAll ? all : [.. all.Take(1)];
        return new JsonObject { ["total_count"] = found.Length, ["check_runs"] = new JsonArray(found) };
    }

    private JsonNode Create(JsonElement body)
    {
        var run = JsonObject.Create(body)!;
        run["id"] = _checkRuns.Count + 1;
        _checkRuns.Add(run);
        return run.DeepClone();
    }

    // The annotations of an update are added to the existing ones.
    private static JsonNode Update(JsonNode run, JsonElement body)
    {
        var annotations = Annotations(run);
        foreach (var annotation in body.GetProperty("output").TryGetProperty("annotations", out var more) ? more.EnumerateArray() : default)
        {
            annotations.Add(JsonObject.Create(annotation));
        }

        var output = JsonObject.Create(body.GetProperty("output"))!;
        output["annotations"] = annotations;
        run["output"] = output;
        run["conclusion"] = body.GetProperty("conclusion").GetString();
        return run.DeepClone();
    }

    private JsonObject CheckRunOf(string id) => _checkRuns.Single(run => run["id"]!.ToString() == id);

    private static JsonArray Annotations(JsonNode run) => (JsonArray?)run["output"]?["annotations"]?.DeepClone() ?? [];

    private static Task AnswerOrNotFoundAsync(HttpContext context, string? sha, Func<string, JsonNode> body) =>
        sha is null ? WriteAsync(context, 404, new JsonObject()) : WriteAsync(context, 200, body(sha));

    private static Task WriteAsync(HttpContext context, int status, JsonNode? body)
    {
        context.Response.StatusCode = status;
        if (body is null)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.ToJsonString())).AsTask();
    }
}

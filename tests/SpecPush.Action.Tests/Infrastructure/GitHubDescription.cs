using System.Text.Json;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace SpecPush.Actions.Tests.Infrastructure;

/// <summary>GitHub's public API description of the writing requests that the action makes.</summary>
internal static partial class GitHubDescription
{
    // Not in the description, but from GitHub's answer to a longer comment: "body is too long (maximum is 65536 characters)".
    private const int MaxComment = 65_536;

    private static readonly JsonElement Requests = JsonDocument.Parse(SourceTree.Read("tests/SpecPush.Action.Tests/Infrastructure/github-requests.json")).RootElement.GetProperty("requests");

    /// <summary>How a request violates the description; null if it does not.</summary>
    public static async Task<string?> FindViolationAsync(ReceivedRequest request)
    {
        var name = $"{request.Method} {Number.Replace(Repository.Replace(request.Path, "/repos/{owner}/{repo}/"), static match => match.Groups["folder"].Value + Parameter(match.Groups["folder"].Value))}";
        if (!Requests.TryGetProperty(name, out var described))
        {
            return $"{name} is not described";
        }

        var schema = await JsonSchema.FromJsonAsync(described.GetRawText());
        var body = request.Json.GetRawText();
        var isTooLong = request.Json.TryGetProperty("body", out var comment) && comment.GetString()!.Length > MaxComment;
        return isTooLong ? "body is too long" : schema.Validate(body) is { Count: > 0 } errors ? $"{name}: {string.Join(", ", errors)}" : null;
    }

    private static string Parameter(string folder) => folder switch
    {
        "check-runs/" => "{check_run_id}",
        "issues/comments/" => "{comment_id}",
        _ => "{issue_number}",
    };

    [GeneratedRegex("^.*?/repos/[^/]+/[^/]+/")]
    private static partial Regex Repository { get; }

    [GeneratedRegex("(?<folder>check-runs/|issues/comments/|issues/)[0-9]+")]
    private static partial Regex Number { get; }
}

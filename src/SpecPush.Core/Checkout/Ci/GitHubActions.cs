using System.Globalization;
using System.Text.Json;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Checkout;

/// <summary>
/// GitHub Actions. For a pull request, GITHUB_SHA is a temporary merge commit; the head is in the event file (docs.github.com,
/// "Events that trigger workflows", pull_request).
/// </summary>
internal static class GitHubActions
{
    public const string Provider = "github-actions";

    public static CiFacts? Read(EnvironmentVariables environment, Func<string, string> readFile)
    {
        if (environment["GITHUB_ACTIONS"] != "true")
        {
            return null;
        }

        var (document, unreadable) = ReadEvent(environment["GITHUB_EVENT_PATH"], readFile);
        using var eventFile = document;
        var root = eventFile?.RootElement;
        var facts = new CiFacts(ProviderOf(environment))
        {
            RepoUri = RepoUri(environment),
            Commit = environment["GITHUB_SHA"],
            Branch = environment["GITHUB_REF_TYPE"] == "tag" ? null : environment["GITHUB_REF_NAME"],
            DefaultBranch = Text(root, "repository", "default_branch"),
            CheckoutReference = "${{ github.sha }}",
            Finding = unreadable,
        };
        return environment["GITHUB_EVENT_NAME"] switch
        {
            "pull_request" or "pull_request_target" => WithPullRequest(facts, root, environment),
            "workflow_run" => facts with
            {
                Branch = Text(root, "workflow_run", "head_branch") ?? facts.Branch,
                Commit = Text(root, "workflow_run", "head_sha") ?? facts.Commit,
                CheckoutReference = "${{ github.event.workflow_run.head_sha }}",
                CheckOnly = Text(root, "workflow_run", "head_repository", "full_name") is { } head && head != environment["GITHUB_REPOSITORY"]
                    ? NotPushedReason.WorkflowOfFork : null,
            },
            "merge_group" => facts with { CheckOnly = NotPushedReason.MergeQueue },
            // Reviews have the merge commit of their pull request, too.
            _ when environment["GITHUB_REF"]?.StartsWith("refs/pull/", StringComparison.Ordinal) == true => WithPullRequest(facts, root, environment),
            _ when MergeQueue.Owns(facts.Branch) => facts with { CheckOnly = NotPushedReason.MergeQueue },
            _ when environment["GITHUB_REF_TYPE"] == "tag" => facts with { CheckOnly = NotPushedReason.Tag(environment["GITHUB_REF_NAME"] ?? "this") },
            _ => facts,
        };
    }

    // Both set GitHub's variables (docs.gitea.com and forgejo.org, Actions).
    private static string ProviderOf(EnvironmentVariables environment) =>
        environment["GITEA_ACTIONS"] is not null ? "gitea-actions" : environment["FORGEJO_ACTIONS"] is not null ? "forgejo-actions" : Provider;

    private static CiFacts WithPullRequest(CiFacts facts, JsonElement? root, EnvironmentVariables environment)
    {
        var head = Text(root, "pull_request", "head", "repo", "full_name");
        // After a fork is deleted, the event has no head repository.
        bool? isFork = Text(root, "pull_request", "head", "sha") is null ? null : head != (Text(root, "pull_request", "base", "repo", "full_name") ?? environment["GITHUB_REPOSITORY"]);
        return facts with
        {
            Branch = Text(root, "pull_request", "head", "ref") ?? environment["GITHUB_HEAD_REF"],
            Commit = Text(root, "pull_request", "head", "sha") ?? facts.Commit,
            // On Gitea, GITHUB_SHA is the head, and GITHUB_REF does not end with /merge.
            IsMergeOfPullRequest = Text(root, "pull_request", "head", "sha") is null && environment["GITHUB_REF"]?.EndsWith("/merge", StringComparison.Ordinal) == true,
            PullRequest = new PullRequest(Number(root, environment), isFork)
            {
                TargetBranch = Text(root, "pull_request", "base", "ref") ?? environment["GITHUB_BASE_REF"],
                TargetCommit = Text(root, "pull_request", "base", "sha") is { } target && CommitHash.IsValid(target) ? target : null,
            },
            CheckoutReference = "${{ github.event.pull_request.head.sha }}",
            CheckOnly = isFork == true ? NotPushedReason.Fork : null,
        };
    }

    private static int Number(JsonElement? root, EnvironmentVariables environment)
    {
        if (Find(root, "pull_request", "number") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value))
        {
            return value;
        }

        var parts = environment["GITHUB_REF"]?.Split('/') ?? [];
        return parts is ["refs", "pull", var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
    }

    // Gitea's server address ends with a slash.
    private static string? RepoUri(EnvironmentVariables environment) => environment["GITHUB_REPOSITORY"] is { } repository
        ? RepositoryUri.FromRemote($"{(environment["GITHUB_SERVER_URL"] ?? "https://github.com").TrimEnd('/')}/{repository}")
        : null;

    private static (JsonDocument? Event, Finding? Unreadable) ReadEvent(string? path, Func<string, string> readFile)
    {
        if (path is null)
        {
            return (null, null);
        }

        try
        {
            return (JsonDocument.Parse(readFile(path)), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException or NotSupportedException)
        {
            return (null, CheckoutFindings.UnreadableEvent(exception.Message));
        }
    }

    private static string? Text(JsonElement? root, params ReadOnlySpan<string> path)
    {
        try
        {
            return Find(root, path) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate, which cannot be part of a name.
            return null;
        }
    }

    private static JsonElement? Find(JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element is not { ValueKind: JsonValueKind.Object } parent || parent.EnumerateObject().LastOrDefault(property => IsNamed(property, name)) is not { Value.ValueKind: not JsonValueKind.Undefined } found)
            {
                return null;
            }

            element = found.Value;
        }

        return element;
    }

    private static bool IsNamed(JsonProperty property, string name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            // Half a character again.
            return false;
        }
    }
}

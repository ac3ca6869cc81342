using System.Text.Json;
using SpecPush.Settings;

namespace SpecPush.Actions.GitHub;

/// <summary>The repository on the GitHub that runs the workflow: github.com, or an Enterprise server.</summary>
/// <param name="api">The address of its API.</param>
/// <param name="token">The token.</param>
/// <param name="owner">The repository's owner.</param>
/// <param name="name">Its name.</param>
internal sealed class GitHubConnection(Uri api, string token, string owner, string name)
{
    private GitHubClient? _client;

    /// <summary>Made when it is first asked for: most steps need none, and the libraries behind it take time to load.</summary>
    public GitHubClient Client => _client ??= Connect();

    /// <summary>Null where there is no token, or the runner does not say which repository it is.</summary>
    public static GitHubConnection? Open(EnvironmentVariables environment, string? token)
    {
        var address = (environment["GITHUB_API_URL"] ?? "https://api.github.com").TrimEnd('/') + "/";
        return token is not null && environment["GITHUB_REPOSITORY"]?.Split('/') is [var owner, var name] && Uri.TryCreate(address, UriKind.Absolute, out var api)
            ? new GitHubConnection(api, token, owner, name)
            : null;
    }

    /// <summary>Whether it says that GitHub refused, failed, was not reached or answered what is no answer.</summary>
    public static bool IsFailure(Exception exception) => exception is GitHubException or HttpRequestException or IOException or JsonException or OperationCanceledException;

    private GitHubClient Connect() => new(new GitHubRequests(api, token), $"repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(name)}");
}

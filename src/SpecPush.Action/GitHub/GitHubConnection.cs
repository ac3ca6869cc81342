using Octokit;
using Octokit.Internal;
using SpecPush.Settings;

namespace SpecPush.Actions.GitHub;

/// <summary>The repository on the GitHub that runs the workflow: github.com, or an Enterprise server.</summary>
/// <param name="api">The address of its API.</param>
/// <param name="token">The token.</param>
/// <param name="owner">The repository's owner.</param>
/// <param name="name">Its name.</param>
internal sealed class GitHubConnection(Uri api, string token, string owner, string name)
{
    // A step must not wait for long for what it can do without.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);

    private GitHubClient? _client;

    public string Owner => owner;

    public string Name => name;

    /// <summary>Made when it is first asked for: most steps need none, and its library takes time to load.</summary>
    public GitHubClient Client => _client ??= Connect();

    /// <summary>Null where there is no token, or the runner does not say which repository it is.</summary>
    public static GitHubConnection? Open(EnvironmentVariables environment, string? token)
    {
        var address = (environment["GITHUB_API_URL"] ?? "https://api.github.com").TrimEnd('/') + "/";
        return token is not null && environment["GITHUB_REPOSITORY"]?.Split('/') is [var owner, var name] && Uri.TryCreate(address, UriKind.Absolute, out var api)
            ? new GitHubConnection(api, token, owner, name)
            : null;
    }

    /// <summary>Whether this is how Octokit says that GitHub refused, failed or was not reached.</summary>
    public static bool IsFailure(Exception exception) => exception is ApiException or HttpRequestException or TimeoutException or TaskCanceledException;

    private GitHubClient Connect()
    {
        // GitHubClient's own constructor appends /api/v3 to addresses that it does not know; the runner's is complete.
        var connection = new Connection(new ProductHeaderValue("specpush"), api, new InMemoryCredentialStore(new Credentials(token)));
        connection.SetRequestTimeout(RequestTimeout);
        return new GitHubClient(connection);
    }
}

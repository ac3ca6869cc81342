using Octokit;
using Octokit.Internal;
using SpecPush.Settings;

namespace SpecPush.Actions.GitHub;

/// <summary>The repository on the GitHub that runs the workflow: github.com, or an Enterprise server.</summary>
/// <param name="Client">Knows the token.</param>
/// <param name="Owner">The repository's owner.</param>
/// <param name="Name">Its name.</param>
internal sealed record GitHubConnection(GitHubClient Client, string Owner, string Name)
{
    // A step must not wait for long for what it can do without.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Null where there is no token, or the runner does not say which repository it is.</summary>
    public static GitHubConnection? Open(EnvironmentVariables environment, string? token)
    {
        var address = (environment["GITHUB_API_URL"] ?? "https://api.github.com").TrimEnd('/') + "/";
        if (token is null || environment["GITHUB_REPOSITORY"]?.Split('/') is not [var owner, var name] || !Uri.TryCreate(address, UriKind.Absolute, out var api))
        {
            return null;
        }

        // GitHubClient's own constructor appends /api/v3 to addresses that it does not know; the runner's is complete.
        var connection = new Connection(new ProductHeaderValue("specpush"), api, new InMemoryCredentialStore(new Credentials(token)));
        connection.SetRequestTimeout(RequestTimeout);
        return new GitHubConnection(new GitHubClient(connection), owner, name);
    }

    /// <summary>Whether this is how Octokit says that GitHub refused, failed or was not reached.</summary>
    public static bool IsFailure(Exception exception) => exception is ApiException or HttpRequestException or TimeoutException or TaskCanceledException;
}

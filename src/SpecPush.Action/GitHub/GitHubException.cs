using System.Globalization;
using System.Net;

namespace SpecPush.Actions.GitHub;

/// <summary>GitHub refused a request, failed, was not reached, or answered what cannot be used. The message is the end of a sentence.</summary>
internal sealed class GitHubException : Exception
{
    // docs.github.com, "Rate limits for the REST API": where no header says how long to wait.
    private static readonly TimeSpan RateLimitPause = TimeSpan.FromMinutes(1);

    private GitHubException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient { get; private init; }

    /// <summary>How long GitHub asks to wait; null where it does not.</summary>
    public TimeSpan? Pause { get; private init; }

    /// <summary>Whether the token may not do this.</summary>
    public bool IsForbidden { get; private init; }

    public static GitHubException NotReached(Exception cause) => new("GitHub was not reached", cause) { IsTransient = true };

    public static GitHubException TooSlow(Exception cause) => new("GitHub did not answer in time", cause) { IsTransient = true };

    public static GitHubException Unreadable(Exception cause) => new("GitHub's answer is not what its API describes", cause) { IsTransient = true };

    public static GitHubException AnotherServer() => new("GitHub named an address of another server, which must not see the token");

    /// <summary>What a status that is not a success means. GitHub's own words are left out: they may quote anything.</summary>
    public static async Task<GitHubException> FromAsync(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => RateLimit(response),
        HttpStatusCode.Forbidden when await IsRateLimitAsync(response) => RateLimit(response),

        // A token that may not read a repository sees 404.
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new GitHubException("github-token has no permission to do so") { IsForbidden = true },
        var status => new GitHubException($"GitHub answered {(int)status}") { IsTransient = status >= HttpStatusCode.InternalServerError },
    };

    private static GitHubException RateLimit(HttpResponseMessage response) =>
        new("GitHub is rate-limiting github-token") { IsTransient = true, Pause = FindPause(response) ?? RateLimitPause };

    // A secondary limit may be named in the message only.
    private static async Task<bool> IsRateLimitAsync(HttpResponseMessage response) =>
        FindPause(response) is not null || (await response.Content.ReadAsStringAsync()).Contains("rate limit", StringComparison.OrdinalIgnoreCase);

    private static TimeSpan? FindPause(HttpResponseMessage response)
    {
        var now = TimeProvider.System.GetUtcNow();
        return response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ when Header(response, "X-RateLimit-Remaining") == 0 && Header(response, "X-RateLimit-Reset") is { } reset => TimeSpan.FromSeconds(Math.Min(reset - now.ToUnixTimeSeconds(), int.MaxValue)),
            _ => null,
        };
    }

    private static long? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

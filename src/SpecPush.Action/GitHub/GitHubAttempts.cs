using System.Net;

namespace SpecPush.Actions.GitHub;

/// <summary>Writes to GitHub, and tries again where that may help.</summary>
internal static class GitHubAttempts
{
    private const int Attempts = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WholeTime = TimeSpan.FromSeconds(60);

    /// <summary>Null, or why it could not be done, as the end of a sentence.</summary>
    /// <param name="write">May be done again after it has failed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<string?> TryAsync(Func<Task> write, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(WholeTime);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await write().WaitAsync(time.Token);
                return null;
            }
            catch (Exception exception) when (GitHubConnection.IsFailure(exception) && !cancellationToken.IsCancellationRequested)
            {
                if (attempt == Attempts || time.IsCancellationRequested || !IsTransient(exception))
                {
                    return Describe(exception);
                }

                await Task.Delay(FirstPause * attempt, cancellationToken);
            }
        }
    }

    private static bool IsTransient(Exception exception) =>
        exception is not GitHubException { Status: not HttpStatusCode.TooManyRequests and < HttpStatusCode.InternalServerError };

    // GitHub's own words are left out: they may quote anything.
    private static string Describe(Exception exception) => exception switch
    {
        GitHubException { IsRateLimit: true } => "GitHub takes no more requests for now",
        GitHubException { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Unauthorized } => "github-token has no permission to do so",
        GitHubException refusal => $"GitHub answered {(int)refusal.Status}",
        _ => "GitHub was not reached",
    };
}

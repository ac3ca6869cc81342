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
    public static async Task<string?> TryAsync(Func<CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(WholeTime);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await write(time.Token);
                return null;
            }
            catch (GitHubException exception)
            {
                var pause = exception.Pause ?? FirstPause * attempt;
                if (!exception.IsTransient || attempt == Attempts || TimeProvider.System.GetElapsedTime(start) + pause > WholeTime)
                {
                    return exception.Message;
                }

                await Task.Delay(pause > TimeSpan.Zero ? pause : FirstPause, cancellationToken);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                return GitHubException.TooSlow(exception).Message;
            }
        }
    }
}

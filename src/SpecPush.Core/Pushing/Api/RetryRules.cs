using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace SpecPush.Pushing.Api;

/// <summary>When to try again, and how long to wait before (design rule 12). A push is idempotent, so every retry is safe.</summary>
internal sealed class RetryRules(TimeBudget budget, bool patient)
{
    private const int MostRetries = 8;

    // The hosted server counts requests per token in fixed windows of a minute, and says nothing of when the next one begins.
    private static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(15);

    public HttpRetryStrategyOptions Options => new()
    {
        MaxRetryAttempts = MostRetries,
        ShouldHandle = arguments => ValueTask.FromResult(IsWorthwhile(arguments.Outcome, arguments.AttemptNumber)),
        DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(DelayFor(arguments.Outcome, arguments.AttemptNumber)),
        ShouldRetryAfterHeader = false,
    };

    private bool IsWorthwhile(Outcome<HttpResponseMessage> outcome, int attempt) =>
        IsTransient(outcome) && LeastDelay(outcome, attempt) < budget.Left;

    private bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests } => true,
        { Result: { } response } => (int)response.StatusCode >= 500,

        // Nothing listens there, or nobody has heard of it: on a developer's machine that will not change in a second.
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } } => patient,
        { Exception: HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } } => patient,
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } } => false,
        { Exception: HttpRequestException } => true,
        _ => false,
    };

    private TimeSpan DelayFor(Outcome<HttpResponseMessage> outcome, int attempt)
    {
        var least = LeastDelay(outcome, attempt);
        var jitter = least * (Random.Shared.NextDouble() / 4);
        return least + jitter < budget.Left ? least + jitter : least;
    }

    private TimeSpan LeastDelay(Outcome<HttpResponseMessage> outcome, int attempt)
    {
        if (RetryAfter(outcome.Result?.Headers.RetryAfter) is { } asked)
        {
            return asked;
        }

        if (outcome.Result?.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var now = budget.Time.GetUtcNow();
            return RateWindow - TimeSpan.FromTicks(now.UtcTicks % RateWindow.Ticks);
        }

        var delay = FirstDelay * Math.Pow(2, attempt);
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - budget.Time.GetUtcNow()).Ticks)),
        _ => null,
    };
}

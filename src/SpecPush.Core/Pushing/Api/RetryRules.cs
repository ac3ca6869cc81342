using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly;
using Polly.Retry;

namespace SpecPush.Pushing.Api;

/// <summary>When to retry, and after how long. A push is idempotent, so every retry is safe.</summary>
internal sealed class RetryRules(TimeBudget budget, bool retryUnreachable)
{
    private const int MaxRetries = 8;

    // The hosted server counts requests per token in fixed windows of a minute, and does not say when the next one begins.
    private static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(15);

    public RetryStrategyOptions<ApiOutcome> Options => new()
    {
        MaxRetryAttempts = MaxRetries,
        ShouldHandle = arguments => ValueTask.FromResult(IsWorthwhile(arguments.Outcome, arguments.AttemptNumber)),
        DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(DelayFor(arguments.Outcome, arguments.AttemptNumber)),
    };

    private bool IsWorthwhile(Outcome<ApiOutcome> outcome, int attempt) =>
        IsTransient(outcome) && LeastDelay(outcome, attempt) < budget.Left;

    private bool IsTransient(Outcome<ApiOutcome> outcome) => outcome switch
    {
        { Result: ApiOutcome.Refused { Status: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } } => true,

        // The name is unknown, or nothing listens there; on a developer's machine that will not change within seconds.
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } } => retryUnreachable,
        { Exception: HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } } => retryUnreachable,

        // A proxy that refuses will refuse again, but its own failures may pass.
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: < HttpStatusCode.InternalServerError } } => false,

        // An invalid certificate stays invalid, but a handshake that broke off may succeed.
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: AuthenticationException } } => false,
        { Exception: HttpRequestException or IOException } => true,
        _ => false,
    };

    private TimeSpan DelayFor(Outcome<ApiOutcome> outcome, int attempt)
    {
        var least = LeastDelay(outcome, attempt);
        var jitter = least * (Random.Shared.NextDouble() / 4);
        return least + jitter < budget.Left ? least + jitter : least;
    }

    private TimeSpan LeastDelay(Outcome<ApiOutcome> outcome, int attempt)
    {
        var refused = outcome.Result as ApiOutcome.Refused;
        if (Wait(refused?.RetryAfter) is { } asked)
        {
            return asked;
        }

        if (refused?.Status == HttpStatusCode.TooManyRequests)
        {
            var now = budget.Time.GetUtcNow();
            return RateWindow - TimeSpan.FromTicks(now.UtcTicks % RateWindow.Ticks);
        }

        var delay = FirstDelay * Math.Pow(2, attempt);
        return delay < MaxDelay ? delay : MaxDelay;
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - budget.Time.GetUtcNow()).Ticks)),
        _ => null,
    };
}

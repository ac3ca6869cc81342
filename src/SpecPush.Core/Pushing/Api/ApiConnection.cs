using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using SpecPush.Settings;

namespace SpecPush.Pushing.Api;

/// <summary>A client with the retries and time budget of one run. It sends the token to one origin only.</summary>
internal sealed class ApiConnection : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly IHttpClientFactory _clients;
    private readonly ResiliencePipeline<ApiOutcome> _retries;
    private readonly string _token;
    private readonly TimeBudget _budget;
    private readonly string? _proxy;

    public ApiConnection(Uri apiUrl, string token, TimeBudget budget, bool retryUnreachable)
    {
        _token = token;
        _budget = budget;
        _proxy = ProxyFor(apiUrl);
        _retries = new ResiliencePipelineBuilder<ApiOutcome> { TimeProvider = budget.Time }.AddRetry(new RetryRules(budget, retryUnreachable).Options).Build();
        var services = new ServiceCollection();
        services.AddHttpClient(nameof(AcaiClient), client =>
            {
                client.BaseAddress = apiUrl;
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.Add(new("SpecPush", ProductVersion.Text));
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect could send the token to another origin.
                AllowAutoRedirect = false,
                UseCookies = false,

                // Its token may travel unencrypted because it does not leave the machine.
                UseProxy = !apiUrl.IsLoopback,
            })
            .RemoveAllLoggers();
        _services = services.BuildServiceProvider();
        _clients = _services.GetRequiredService<IHttpClientFactory>();
    }

    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<ApiOutcome> PushAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var left = _budget.Left;
        if (left == TimeSpan.Zero)
        {
            return new ApiOutcome.OutOfTime(_budget.Total, left);
        }

        using var time = new CancellationTokenSource(left, _budget.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            // Retries include reading the answer, so that a connection that breaks halfway is retried like any other.
            var outcome = await _retries.ExecuteAsync(
                async token => await new AcaiClient(_clients.CreateClient(nameof(AcaiClient))).PushAsync(body, _token, token), either.Token);
            return _proxy is not null && outcome is ApiOutcome.Refused { Status: HttpStatusCode.ProxyAuthenticationRequired } ? new ApiOutcome.ProxyDenied(_proxy) : outcome;
        }
        catch (HttpRequestException exception) when (exception is { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: HttpStatusCode.ProxyAuthenticationRequired })
        {
            return new ApiOutcome.ProxyDenied(_proxy!);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new ApiOutcome.OutOfTime(_budget.Total, left);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new ApiOutcome.Unreachable(Reason(exception), _proxy);
        }
    }

    public void Dispose() => _services.Dispose();

    // Without user name and password.
    private static string? ProxyFor(Uri apiUrl) =>
        apiUrl.IsLoopback || HttpClient.DefaultProxy.IsBypassed(apiUrl) || HttpClient.DefaultProxy.GetProxy(apiUrl) is not { } proxy || proxy == apiUrl ? null : proxy.Authority;

    private static string Reason(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the host name is unknown",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: { } status } => $"the proxy refused ({(int)status})",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "the connection was refused",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: AuthenticationException failure } =>
            $"no secure connection could be made ({failure.Message})",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } => "its answer is not valid HTTP",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpRequestException { InnerException: IOException }
            or HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionReset } } => "the connection broke before an answer came",
        IOException => "the connection was closed in the middle of the answer",
        _ => exception.InnerException?.Message ?? exception.Message,
    };
}

/// <summary>The time for everything that one build or step sends, including waits and retries.</summary>
internal sealed class TimeBudget(TimeSpan total, TimeSpan spentBefore, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public TimeProvider Time => time;

    public TimeSpan Total => total;

    public TimeSpan Spent => spentBefore + time.GetElapsedTime(_start);

    public TimeSpan Left => TimeSpan.FromTicks(Math.Max(0, (total - Spent).Ticks));
}

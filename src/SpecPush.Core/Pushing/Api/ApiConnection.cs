using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using SpecPush.Settings;

namespace SpecPush.Pushing.Api;

/// <summary>A client with the retries and the time budget of one run, and the token for the one origin it goes to.</summary>
internal sealed class ApiConnection : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _token;
    private readonly TimeBudget _budget;

    public ApiConnection(Uri apiUrl, string token, TimeBudget budget, bool patient)
    {
        _token = token;
        _budget = budget;
        var services = new ServiceCollection();
        services.AddHttpClient<AcaiClient>(client =>
            {
                client.BaseAddress = apiUrl;
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.Add(new("SpecPush", ProductVersion.Text));
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                // A redirect would carry the token to another origin.
                AllowAutoRedirect = false,
                UseCookies = false,
            })
            .RemoveAllLoggers()
            .AddResilienceHandler("push", builder => builder.AddRetry(new RetryRules(budget, patient).Options));
        _services = services.BuildServiceProvider();
    }

    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<ApiOutcome> PushAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(_budget.Left, _budget.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            return await _services.GetRequiredService<AcaiClient>().PushAsync(body, _token, either.Token);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new ApiOutcome.OutOfTime(_budget.Total);
        }
        catch (HttpRequestException exception)
        {
            return new ApiOutcome.Unreachable(Reason(exception));
        }
        catch (IOException exception)
        {
            return new ApiOutcome.Unreachable(exception.Message);
        }
    }

    public void Dispose() => _services.Dispose();

    private static string Reason(HttpRequestException exception) => exception switch
    {
        { HttpRequestError: HttpRequestError.NameResolutionError } => "the host name is unknown",
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "the connection was refused",
        { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"no secure connection could be made ({exception.InnerException?.Message ?? exception.Message})",
        { HttpRequestError: HttpRequestError.ResponseEnded } => "the connection broke before an answer came",
        _ => exception.InnerException?.Message ?? exception.Message,
    };
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SpecPush.LocalServer;
using SpecPush.LocalServer.Tokens;

namespace SpecPush.Testing;

/// <summary>
/// The local server with everything in memory, in the process of the tests, because starting one takes about a second of processor time. It accepts
/// <see cref="PushServer.KnownToken"/>, and any number of pushes unless the settings limit them.
/// </summary>
internal sealed class HostedServer : PushServer
{
    private readonly WebApplication _server;

    /// <param name="settings">Switches of the server's command line.</param>
    public HostedServer(params string[] settings)
    {
        _server = RunningServer.Create(dataPath: null, "http://127.0.0.1:0", ["--Logging:LogLevel:SpecPush=None", "--RateLimit:Requests=100000", .. settings]);
        StartAsync().GetAwaiter().GetResult();
        Connect(_server.Urls.Single(), KnownToken);
    }

    protected override void End() => _server.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task StartAsync()
    {
        Assert.IsNull(await _server.Services.GetRequiredService<TokenStore>().AcceptAsync(KnownToken, CancellationToken.None));
        await _server.StartAsync();
    }
}

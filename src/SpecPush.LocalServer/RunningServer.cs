using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SpecPush.LocalServer.Commands;
using SpecPush.LocalServer.Contents;
using SpecPush.LocalServer.Description;
using SpecPush.LocalServer.Endpoints;
using SpecPush.LocalServer.Pages;
using SpecPush.LocalServer.Pushing;
using SpecPush.LocalServer.Storage;
using SpecPush.LocalServer.Tokens;
using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer;

/// <summary>Configures the server and runs it until it is stopped.</summary>
internal static class RunningServer
{
    private const string DefaultUrl = "http://localhost:4000";

    private const string TokenVariable = "SPECPUSH_SERVER_TOKEN";

    /// <param name="dataPath">The database file; null keeps everything in memory.</param>
    /// <param name="urls">Where to listen; null for the environment's setting or the default.</param>
    /// <param name="settings">Command-line switches that override appsettings.json.</param>
    /// <param name="cancellationToken">Stops the server.</param>
    public static async Task RunAsync(string? dataPath, string? urls, string[] settings, CancellationToken cancellationToken)
    {
        await using var server = Create(dataPath, urls, settings);
        Console.WriteLine($"Data: {dataPath ?? "in memory"}");
        await EnsureTokenAsync(server.Services.GetRequiredService<TokenStore>(), cancellationToken);
        await StartAsync(server, cancellationToken);
        Console.WriteLine($"Listening on {server.Urls.First()}");
        await server.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>A server that has not started yet.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public static WebApplication Create(string? dataPath, string? urls, string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls ?? builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultUrl);
        AddServices(builder, dataPath);
        var server = builder.Build();
        Routes.Map(server);
        return server;
    }

    private static async Task EnsureTokenAsync(TokenStore tokens, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(TokenVariable)?.Trim() is { Length: > 0 } given)
        {
            // Never printed: whoever gave it knows it, and others read the log of a container or a job.
            if (await tokens.AcceptAsync(given, cancellationToken) is { } refusal)
            {
                throw new CommandException($"The server cannot accept the token in {TokenVariable}: {refusal}. Set another one.");
            }
        }
        else if (await tokens.CreateFirstAsync(cancellationToken) is { } created)
        {
            // Before anything that can fail: it is not shown again.
            Console.WriteLine($"Token: {created}");
        }
    }

    private static async Task StartAsync(WebApplication server, CancellationToken cancellationToken)
    {
        var urls = server.Configuration[WebHostDefaults.ServerUrlsKey]!;
        if (urls.Contains("https:", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"The server cannot listen on {urls}: it speaks only http. Choose an http address with --urls; a proxy can add https.");
        }

        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            throw new CommandException($"The server cannot listen on {urls}: {exception.Message.TrimEnd('.')}. Choose another address with --urls.");
        }
    }

    private static void AddServices(WebApplicationBuilder builder, string? dataPath)
    {
        // The endpoint refuses large requests itself, with the API's answer.
        builder.WebHost.ConfigureKestrel(static options => options.Limits.MaxRequestBodySize = null);
        builder.Services.Configure<Limits>(builder.Configuration.GetSection("Limits"));
        builder.Services.Configure<RateLimit>(builder.Configuration.GetSection("RateLimit"));
        builder.Services.AddSingleton(static services => services.GetRequiredService<IOptions<Limits>>().Value);
        builder.Services.AddSingleton(static services => services.GetRequiredService<IOptions<RateLimit>>().Value);
        builder.Services.AddSingleton<SchemaLimits>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => new Database(dataPath));
        builder.Services.AddSingleton<TokenStore>();
        builder.Services.AddSingleton<TeamContentsReader>();
        builder.Services.AddSingleton<PushStore>();
        builder.Services.AddSingleton<RateLimiter>();
        builder.Services.AddSingleton<PushEndpoint>();
        builder.Services.AddSingleton<ContentsEndpoint>();
        builder.Services.AddSingleton<PageEndpoint>();
        builder.Services.AddRazorComponents();
        PushDescription.Add(builder.Services);
    }
}

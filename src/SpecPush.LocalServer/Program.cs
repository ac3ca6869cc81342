using Microsoft.Extensions.Options;
using SpecPush.LocalServer;
using SpecPush.LocalServer.Endpoints;
using SpecPush.LocalServer.Pushing;
using SpecPush.LocalServer.Storage;
using SpecPush.LocalServer.Tokens;

const string DefaultUrl = "http://localhost:4000";

var isInMemory = args.Contains("--memory", StringComparer.Ordinal);
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = [.. args.Where(static argument => argument != "--memory")],
    ContentRootPath = AppContext.BaseDirectory,
});
var path = isInMemory ? null : builder.Configuration["data"]
    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "SpecPush", "server.db");
if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
{
    builder.WebHost.UseUrls(DefaultUrl);
}

// The endpoint itself refuses what is too large, with the API's body.
builder.WebHost.ConfigureKestrel(static options => options.Limits.MaxRequestBodySize = null);
builder.Services.Configure<Limits>(builder.Configuration.GetSection("Limits"));
builder.Services.Configure<RateLimit>(builder.Configuration.GetSection("RateLimit"));
builder.Services.AddSingleton(static services => services.GetRequiredService<IOptions<Limits>>().Value);
builder.Services.AddSingleton(static services => services.GetRequiredService<IOptions<RateLimit>>().Value);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(_ => new Database(path));
builder.Services.AddSingleton<TokenStore>();
builder.Services.AddSingleton<PushStore>();
builder.Services.AddSingleton<RateLimiter>();
builder.Services.AddSingleton<PushEndpoint>();
builder.Services.AddSingleton<ContentsEndpoint>();

await using var server = builder.Build();
server.MapPost("/api/v1/push", static (HttpContext context, PushEndpoint endpoint, CancellationToken cancellationToken) => endpoint.HandleAsync(context, cancellationToken));
server.MapGet("/api/v1/contents", static (HttpContext context, ContentsEndpoint endpoint, CancellationToken cancellationToken) => endpoint.HandleAsync(context, cancellationToken));
server.MapFallback(static () => Answers.NotFound());

var token = await server.Services.GetRequiredService<TokenStore>().EnsureTokenAsync(Environment.GetEnvironmentVariable("SPECPUSH_SERVER_TOKEN"), CancellationToken.None);
await server.StartAsync();
Console.WriteLine($"Data: {path ?? "in memory"}");
if (token is not null)
{
    Console.WriteLine($"Token: {token}");
}

Console.WriteLine($"Listening on {server.Urls.First()}");
await server.WaitForShutdownAsync();

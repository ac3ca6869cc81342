using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SpecPush.Testing;

/// <summary>A real HTTP server that answers requests as the test specifies.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Func<ReceivedRequest, HttpContext, Task> _answer;

    private ScriptedServer(Func<ReceivedRequest, HttpContext, Task> answer)
    {
        _answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static options => options.Limits.MaxRequestBodySize = null);
        _application = builder.Build();
        _application.Run(HandleAsync);
    }

    public ConcurrentQueue<ReceivedRequest> Requests { get; } = [];

    public Uri ApiUrl => new($"{_application.Urls.Single()}/api/v1/");

    /// <summary>Gives these answers one after another, and then repeats the last one.</summary>
    public static Task<ScriptedServer> StartAsync(params Answer[] answers)
    {
        var next = -1;
        return StartAsync((_, context) => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)].WriteAsync(context));
    }

    public static async Task<ScriptedServer> StartAsync(Func<ReceivedRequest, HttpContext, Task> answer)
    {
        var server = new ScriptedServer(answer);
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new ReceivedRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        Requests.Enqueue(request);
        await _answer(request, context);
    }
}

internal sealed record ReceivedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

internal sealed record Answer(int Status, string Body, string ContentType = "application/json", params (string Name, string Value)[] Headers)
{
    /// <summary>Whether the connection breaks after the body.</summary>
    public bool IsBrokenOff { get; init; }

    public static Answer Success(string? product = "shop", string? implementation = "main", params string[] warnings) => new(200, JsonSerializer.Serialize(new
    {
        data = new
        {
            branch_id = "b1",
            implementation_id = implementation is null ? null : "i1",
            implementation_name = implementation,
            product_name = product,
            specs_created = 1,
            specs_updated = 0,
            warnings,
        },
    }));

    public static Answer Error(int status, string detail) => new(status, JsonSerializer.Serialize(new { errors = new { detail, status = "X" } }));

    public static Answer Schema(params (string Pointer, string Detail)[] errors) => new(422, JsonSerializer.Serialize(new
    {
        errors = errors.Select(static error => new { title = "Invalid value", detail = error.Detail, source = new { pointer = error.Pointer } }),
    }));

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Body));
        if (IsBrokenOff)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }
}

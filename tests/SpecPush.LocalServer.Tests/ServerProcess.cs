using System.Diagnostics;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace SpecPush.LocalServer.Tests;

/// <summary>The server as its users start it, on a free port.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly string Assembly =
        typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "ServerAssembly").Value!;

    private readonly Process _process;

    public ServerProcess(params string[] arguments)
        : this([], arguments)
    {
    }

    public ServerProcess(IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments.Length == 0 ? ["--memory"] : arguments, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        string? address = null;
        while (address is null)
        {
            var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server ended before it was ready.");
            Token ??= After(line, "Token: ");
            address = After(line, "Listening on ");
        }

        Log = _process.StandardOutput.ReadToEndAsync();
        Http = new HttpClient { BaseAddress = new Uri(address) };
        Use(Token);
    }

    public string? Token { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    /// <summary>What it prints after it is ready, once it has ended.</summary>
    public Task<string> Log { get; }

    /// <summary>Runs a command of the server's program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim(), (await error).Trim());
    }

    public void Use(string? token) => Http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

    public async Task<(int Status, JsonElement Body)> PushAsync(string body)
    {
        using var response = await SendAsync(body);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async Task<HttpResponseMessage> SendAsync(string body, string mediaType = "application/json", string path = "api/v1/push", string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await Http.SendAsync(request);
    }

    public async Task<JsonElement> ContentsAsync() =>
        JsonDocument.Parse(await Http.GetStringAsync(new Uri("api/v1/contents", UriKind.Relative))).RootElement;

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Http.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string? After(string line, string label) => line.StartsWith(label, StringComparison.Ordinal) ? line[label.Length..] : null;
}

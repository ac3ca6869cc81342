using System.Diagnostics;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace SpecPush.LocalServer.Tests;

/// <summary>The server as its users start it, on a free port.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    public ServerProcess(params string[] arguments)
        : this([], arguments)
    {
    }

    public ServerProcess(IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        var assembly = typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "ServerAssembly").Value!;
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments.Length == 0 ? ["--memory"] : arguments, "--urls", "http://127.0.0.1:0"])
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
        Http.DefaultRequestHeaders.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
    }

    public string? Token { get; }

    public HttpClient Http { get; }

    /// <summary>What it prints after it is ready, once it has ended.</summary>
    public Task<string> Log { get; }

    public async Task<(int Status, JsonElement Body)> PushAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri("api/v1/push", UriKind.Relative), content);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async Task<JsonElement> ContentsAsync() =>
        JsonDocument.Parse(await Http.GetStringAsync(new Uri("api/v1/contents", UriKind.Relative))).RootElement;

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
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

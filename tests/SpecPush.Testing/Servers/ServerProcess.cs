using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SpecPush.Testing;

/// <summary>The local server, started as by its users, on a free port.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>A token that does not appear in any text by chance.</summary>
    public const string KnownToken = "acai_canary_7f3b9d21c8e04a56";

    private const string TokenVariable = "SPECPUSH_SERVER_TOKEN";

    private static readonly string Assembly = SourceTree.ProgramOf("SpecPush.LocalServer");

    private readonly Process _process;

    public ServerProcess(params string[] arguments)
        : this([], arguments)
    {
    }

    public ServerProcess(IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        Token = environment.FirstOrDefault(static variable => variable.Name == TokenVariable && !string.IsNullOrWhiteSpace(variable.Value)).Value;
        _process = Command.Start(
            SourceTree.Root,
            "dotnet",
            [Assembly, .. arguments.Length == 0 ? ["--memory"] : arguments, "--urls", "http://127.0.0.1:0"],
            environment.ToDictionary(static variable => variable.Name, static variable => variable.Value));
        var error = _process.StandardError.ReadToEndAsync();
        string? address = null;
        while (address is null)
        {
            var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The server ended before it was ready. {error.Result}");
            Start += line;
            Token ??= After(line, "Token: ");
            address = After(line, "Listening on ");
        }

        Log = _process.StandardOutput.ReadToEndAsync();
        Http = new HttpClient { BaseAddress = new Uri(address) };
        Use(Token);
    }

    /// <summary>The token that it was given, or that it printed.</summary>
    public string? Token { get; }

    /// <summary>Its output before it was ready.</summary>
    public string Start { get; } = "";

    public HttpClient Http { get; }

    public string ApiUrl => $"{Http.BaseAddress}api/v1";

    public int Id => _process.Id;

    /// <summary>Its output after it was ready; available after it has ended.</summary>
    public Task<string> Log { get; }

    /// <summary>A server that accepts <see cref="KnownToken"/> and any number of pushes.</summary>
    public static ServerProcess WithKnownToken() => new([(TokenVariable, KnownToken), ("RateLimit__Requests", "100000")]);

    /// <summary>Runs a command of the server's program.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var result = await Command.RunAsync(SourceTree.Root, "dotnet", [Assembly, .. arguments]);
        return (result.ExitCode, result.StandardOutput.Trim(), result.StandardError.Trim());
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

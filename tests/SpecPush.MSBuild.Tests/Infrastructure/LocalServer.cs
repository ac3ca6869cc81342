using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SpecPush.MSBuild.Tests.Infrastructure;

/// <summary>The local server as a process on a free port, with its data in memory.</summary>
internal sealed class LocalServer : IDisposable
{
    public const string Token = "acai_canary_7f3b9d21c8e04a56";

    private readonly Process _process;
    private readonly HttpClient _http = new();

    public LocalServer()
    {
        var assembly = Path.Combine(PackedPackage.RepositoryRoot, "src/SpecPush.LocalServer/bin", PackedPackage.Configuration, "net10.0/SpecPush.LocalServer.dll");
        _process = Command.Start(
            PackedPackage.RepositoryRoot,
            "dotnet",
            [assembly, "--memory", "--urls", "http://127.0.0.1:0"],
            new Dictionary<string, string> { ["SPECPUSH_SERVER_TOKEN"] = Token, ["RateLimit__Requests"] = "100000" });
        const string Label = "Listening on ";
        string line;
        do
        {
            line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(_process.StandardError.ReadToEnd());
        }
        while (!line.Contains(Label, StringComparison.Ordinal));
        Address = line[(line.IndexOf(Label, StringComparison.Ordinal) + Label.Length)..].Trim();
        _ = _process.StandardOutput.ReadToEndAsync();
        _ = _process.StandardError.ReadToEndAsync();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public string Address { get; }

    public string ApiUrl => $"{Address}/api/v1";

    public JsonElement Contents => JsonDocument.Parse(_http.GetStringAsync(new Uri($"{ApiUrl}/contents")).Result).RootElement;

    public void Dispose()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}

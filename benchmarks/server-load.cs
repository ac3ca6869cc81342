#!/usr/bin/env dotnet
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

// Measures the local server as a whole process: `dotnet run benchmarks/server-load.cs`. Removes everything that it creates.

using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

const int Starts = 7;
const int Pushes = 2_000;

var repository = Path.GetDirectoryName(Path.GetDirectoryName(AppContext.GetData("EntryPointFilePath") as string))!;
var scratch = Directory.CreateTempSubdirectory("specpush-load-").FullName;
try
{
    using (var build = Process.Start(new ProcessStartInfo("dotnet", ["publish", "src/SpecPush.LocalServer", "-o", Path.Combine(scratch, "server"), "-v:q", "-nodeReuse:false"]) { WorkingDirectory = repository })!)
    {
        await build.WaitForExitAsync();
    }

    var starts = new List<double>();
    for (var start = 0; start < Starts; start++)
    {
        var clock = Stopwatch.StartNew();
        await using var server = RunningServer.Start(scratch, $"start-{start}.db");
        starts.Add(clock.Elapsed.TotalMilliseconds);
    }

    Console.WriteLine($"start to ready, median of {Starts}: {starts.Order().ElementAt(Starts / 2):F0} ms");
    foreach (var clients in new[] { 1, 8, 32 })
    {
        await using var server = RunningServer.Start(scratch, $"load-{clients}.db");
        await server.PushAsync(0);
        var clock = Stopwatch.StartNew();
        var times = (await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var own = new List<double>();
            for (var push = client; push < Pushes; push += clients)
            {
                var started = Stopwatch.GetTimestamp();
                await server.PushAsync(push);
                own.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return own;
        })))).SelectMany(static own => own).Order().ToArray();
        Console.WriteLine($"{clients} clients, {Pushes} pushes to one branch, each on disk when acknowledged: {Pushes / clock.Elapsed.TotalSeconds:F0} a second, median {times[times.Length / 2]:F1} ms, 99th percentile {times[times.Length * 99 / 100]:F1} ms");
    }
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

internal sealed class RunningServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private RunningServer(Process process, string address, string token)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = new Uri(address) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public static RunningServer Start(string scratch, string data)
    {
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(scratch, "server", "SpecPush.LocalServer.dll"), "--data", Path.Combine(scratch, data), "--urls", "http://127.0.0.1:0", "--RateLimit:Requests", "1000000"])
        {
            RedirectStandardOutput = true,
        })!;
        string token = "", address = "";
        while (address.Length == 0)
        {
            var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server ended.");
            token = line.StartsWith("Token: ", StringComparison.Ordinal) ? line["Token: ".Length..] : token;
            address = line.StartsWith("Listening on ", StringComparison.Ordinal) ? line["Listening on ".Length..] : "";
        }

        return new RunningServer(process, address, token);
    }

    public async Task PushAsync(int number)
    {
        var references = string.Join(',', Enumerable.Range(1, 10).Select(id => $$"""  "f{{number}}.A.{{id}}":[{"path":"src/a.cs:{{id}}"},{"path":"tests/b.cs:{{id}}","is_test":true}]"""));
        var requirements = string.Join(',', Enumerable.Range(1, 10).Select(id => $$"""  "f{{number}}.A.{{id}}":{"requirement":"It works"}"""));
        using var content = new StringContent(
            $$$"""
            {"repo_uri":"github.com/my-org/my-repo","branch_name":"main","commit_hash":"abc","references":{"data":{{{{references}}}}},
             "specs":[{"feature":{"name":"f{{{number}}}","product":"shop"},"meta":{"path":"features/f.feature.yaml","last_seen_commit":"abc"},"requirements":{{{{requirements}}}}}]}
            """,
            Encoding.UTF8,
            "application/json");
        using var response = await _http.PostAsync(new Uri("api/v1/push", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

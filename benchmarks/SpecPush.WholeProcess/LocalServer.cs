using System.Diagnostics;

namespace SpecPush.WholeProcess;

/// <summary>The local server, started as by its users, on a free port.</summary>
internal sealed class LocalServer : IDisposable
{
    private const string Ready = "Listening on ";

    private readonly Process _process;

    private LocalServer(Process process, string address)
    {
        _process = process;
        ApiUrl = $"{address.TrimEnd('/')}/api/v1";
    }

    public string ApiUrl { get; }

    public static LocalServer Start(Scratch scratch, string token)
    {
        ProcessRun.Run(Scratch.Repository, "dotnet", "publish", "src/SpecPush.LocalServer", "-c", "Release", "-o", scratch.Path("server"), "-v:q", "-nodeReuse:false");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(scratch.Path("server"), "SpecPush.LocalServer.dll"), "--memory", "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["SPECPUSH_SERVER_TOKEN"] = token;
        start.Environment["RateLimit__Requests"] = "100000";
        var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains(Ready, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new LocalServer(process, line[(line.IndexOf(Ready, StringComparison.Ordinal) + Ready.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The local server ended before it was ready.");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SpecPush.WholeProcess;

/// <summary>The local server, started as by its users, on a free port.</summary>
internal sealed partial class LocalServer : IDisposable
{
    private const string Ready = "Listening on ";

    private readonly Process _process;
    private readonly ConcurrentQueue<double> _times = [];

    private LocalServer(Process process, string address)
    {
        _process = process;
        ApiUrl = $"{address.TrimEnd('/')}/api/v1";
        _ = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                Note(line);
            }
        });
    }

    public string ApiUrl { get; }

    /// <summary>The median of what its requests took, in seconds, as the server itself measures and logs it.</summary>
    public double OwnTime => Comparison.Median(_times);

    public static LocalServer Start(Scratch scratch, string token)
    {
        ProcessRun.Run(Scratch.Repository, "dotnet", "publish", "src/SpecPush.LocalServer", "-c", "Release", "-o", scratch.Path("server"), "-v:q", "-nodeReuse:false");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(scratch.Path("server"), "SpecPush.LocalServer.dll"), "--memory", "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["SPECPUSH_SERVER_TOKEN"] = token;
        start.Environment["RateLimit__Requests"] = "100000";
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics"] = "Information";
        var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains(Ready, StringComparison.Ordinal))
            {
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

    private void Note(string line)
    {
        if (RequestFinished.Match(line) is { Success: true } match)
        {
            _times.Enqueue(double.Parse(match.Groups["milliseconds"].Value, CultureInfo.InvariantCulture) / 1000);
        }
    }

    [GeneratedRegex("Request finished .* (?<milliseconds>[0-9.]+)ms$")]
    private static partial Regex RequestFinished { get; }
}

using System.Diagnostics;

namespace SpecPush.LocalServer.Tests.Endurance;

/// <summary>What a process holds in memory, once a second.</summary>
internal sealed class MemorySamples
{
    private readonly List<(double Minute, double Megabytes)> _samples = [];

    public double Maximum => _samples.Max(static sample => sample.Megabytes);

    /// <summary>Megabytes per minute, by least squares, without the first fifth: a process that has just started still loads what it needs.</summary>
    public double Slope
    {
        get
        {
            var samples = _samples.Skip(_samples.Count / 5).ToArray();
            var (minute, megabytes) = (samples.Average(static sample => sample.Minute), samples.Average(static sample => sample.Megabytes));
            return samples.Sum(sample => (sample.Minute - minute) * (sample.Megabytes - megabytes)) / samples.Sum(sample => Math.Pow(sample.Minute - minute, 2));
        }
    }

    public async Task TakeAsync(ServerProcess server, TimeSpan length, CancellationToken end)
    {
        using var process = Process.GetProcessById(server.Id);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < length && !end.IsCancellationRequested)
        {
            process.Refresh();
            _samples.Add((clock.Elapsed.TotalMinutes, process.WorkingSet64 / 1e6));
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }
}

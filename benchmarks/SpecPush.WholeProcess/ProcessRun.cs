using System.ComponentModel;
using System.Diagnostics;

namespace SpecPush.WholeProcess;

/// <summary>Runs a program to its end.</summary>
internal static class ProcessRun
{
    /// <summary>Runs two programs in turn, so that other work on the machine affects both.</summary>
    /// <param name="rounds">How often each program runs.</param>
    /// <param name="baseline">The program that the other one is compared with.</param>
    /// <param name="program">The other program.</param>
    /// <param name="prepare">Runs before each of them and is not measured.</param>
    public static Comparison Compare(int rounds, ProcessStartInfo baseline, ProcessStartInfo program, Action? prepare = null)
    {
        var times = new List<(double Baseline, double Program)>();
        for (var round = -1; round < rounds; round++)
        {
            var time = (Measure(baseline, prepare), Measure(program, prepare));

            // The first round fills the page cache.
            if (round >= 0)
            {
                times.Add(time);
            }
        }

        return new Comparison(times);
    }

    /// <summary>The peak memory of a program, without its child processes.</summary>
    public static long PeakMemory(ProcessStartInfo start)
    {
        long peak = 0;
        Run(start, process =>
        {
            // The system has the peak only while the process runs.
            while (!process.WaitForExit(TimeSpan.FromMilliseconds(1)))
            {
                try
                {
                    process.Refresh();
                    peak = Math.Max(peak, process.PeakWorkingSet64);
                }
                catch (InvalidOperationException)
                {
                    // The process has just exited.
                }
            }
        });
        return peak;
    }

    /// <summary>Runs a program that must succeed, and ignores its output.</summary>
    public static string Run(ProcessStartInfo start, Action<Process>? watch = null)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        watch?.Invoke(process);
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{output.Result}{error.Result}");
    }

    public static string Run(string folder, string program, params string[] arguments) => Run(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder });

    /// <summary>Whether a program can be started.</summary>
    public static bool Exists(string program)
    {
        try
        {
            Run(Scratch.Repository, program, "--version");
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static double Measure(ProcessStartInfo program, Action? prepare)
    {
        prepare?.Invoke();
        var clock = Stopwatch.StartNew();
        Run(program);
        return clock.Elapsed.TotalSeconds;
    }
}

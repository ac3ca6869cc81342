using System.ComponentModel;
using System.Diagnostics;

namespace SpecPush.WholeProcess;

/// <summary>Runs a program to its end.</summary>
internal static class ProcessRun
{
    /// <summary>The median time of each program. They take turns, so that other work on the machine affects all of them.</summary>
    public static double[] Medians(int rounds, params ProcessStartInfo[] programs) => Medians(rounds, static () => { }, programs);

    /// <param name="rounds">How often each program runs.</param>
    /// <param name="prepare">Runs before each of them and is not measured.</param>
    /// <param name="programs">The programs.</param>
    public static double[] Medians(int rounds, Action prepare, params ProcessStartInfo[] programs)
    {
        var times = programs.Select(static _ => new List<double>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var program = 0; program < programs.Length; program++)
            {
                prepare();
                var clock = Stopwatch.StartNew();
                Run(programs[program]);

                // The first round fills the page cache.
                if (round >= 0)
                {
                    times[program].Add(clock.Elapsed.TotalSeconds);
                }
            }
        }

        return [.. times.Select(static list => list.Order().ElementAt(list.Count / 2))];
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
}

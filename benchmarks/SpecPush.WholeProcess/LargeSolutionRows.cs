using System.Diagnostics;
using System.Globalization;

namespace SpecPush.WholeProcess;

/// <summary>What the package adds to the build of a solution, compared with the same build with <c>SpecPushMode=Off</c>.</summary>
internal sealed class LargeSolutionRows(Scratch scratch, int rounds)
{
    private const int Libraries = 60;
    private const string Token = "benchmark-token";

    public IEnumerable<Row> Measure()
    {
        var solution = LargeSolution.Create(scratch, Libraries);
        var auto = solution.Build("Auto");
        ProcessRun.Run(auto);
        yield return Row.Ratio($"{Libraries} libraries, nothing changed", ProcessRun.Compare(rounds, solution.Build("Off"), auto), 1.03, "Off");
        yield return Row.Count("its git processes", GitProcesses.Count(scratch, auto), 4);
        yield return Row.Count("git processes of dotnet clean", GitProcesses.Count(scratch, solution.Clean()), 0);

        ProcessRun.Run(solution.Build("Off"));
        using var server = LocalServer.Start(scratch, Token);
        var push = solution.Build("Push");
        push.Environment["ACAI_API_TOKEN"] = Token;
        push.Environment["ACAI_API_BASE_URL"] = server.ApiUrl;
        var first = ProcessRun.Compare(rounds, solution.Build("Off"), push, solution.Forget);
        yield return new Row(
            "the first build that pushes, over Off",
            string.Create(CultureInfo.InvariantCulture, $"{first.Difference * 1000:F0} ms more than {first.Baseline:F3} s; the server had {server.OwnTime * 1000:F0} ms of them"),
            "≤ 400 ms and the server's time",
            first.Difference - server.OwnTime <= 0.4);
    }
}

/// <summary>Counts the git processes that a program starts, with a script named git that comes first on the PATH.</summary>
internal static class GitProcesses
{
    /// <returns>Null on Windows, where a script cannot replace an executable.</returns>
    public static int? Count(Scratch scratch, ProcessStartInfo program)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var (folder, log) = (scratch.Path("git"), scratch.Path("git.log"));
        Directory.CreateDirectory(folder);
        var path = program.Environment["PATH"]!;
        var git = path.Split(Path.PathSeparator).Select(static place => Path.Combine(place, "git")).First(File.Exists);
        File.WriteAllText(Path.Combine(folder, "git"), $"#!/bin/sh\necho \"$*\" >> '{log}'\nexec '{git}' \"$@\"\n");
        File.SetUnixFileMode(Path.Combine(folder, "git"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.WriteAllText(log, "");
        program.Environment["PATH"] = folder + Path.PathSeparator + path;
        ProcessRun.Run(program);
        program.Environment["PATH"] = path;
        return File.ReadLines(log).Count();
    }
}

using System.Diagnostics;

namespace SpecPush.WholeProcess;

/// <summary>Counts the files that a program opens, with strace.</summary>
internal static class OpenedFiles
{
    /// <returns>How many files below the folder it opened; null if strace is missing.</returns>
    public static int? Count(Scratch scratch, ProcessStartInfo program, string folder)
    {
        if (!ProcessRun.Exists("strace"))
        {
            return null;
        }

        var trace = scratch.Path("trace");
        var start = new ProcessStartInfo("strace", ["-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e", "trace=openat", "-o", trace, program.FileName, .. program.ArgumentList])
        {
            WorkingDirectory = program.WorkingDirectory,
        };
        start.Environment.Clear();
        foreach (var (name, value) in program.Environment)
        {
            start.Environment[name] = value;
        }

        ProcessRun.Run(start);
        return File.ReadLines(trace).Where(line => line.Contains($"\"{folder}/", StringComparison.Ordinal) && !line.Contains("O_DIRECTORY", StringComparison.Ordinal)).Count();
    }
}

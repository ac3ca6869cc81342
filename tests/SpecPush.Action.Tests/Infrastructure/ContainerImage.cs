using System.Diagnostics;
using System.Globalization;

namespace SpecPush.Action.Tests.Infrastructure;

/// <summary>The image, built once from the Dockerfile and run as a runner would, where there are tools for it beside the repository.</summary>
internal static class ContainerImage
{
    private const string Name = "specpush-action:test";

    // What a runner's user is called in a container, where it has no name.
    private const string OtherUser = "1001";

    private static readonly string Tools = Path.GetFullPath("../shared/container", Metadata.RepositoryRoot);

    private static readonly Lazy<(int ExitCode, string Output)> Built = new(static () => Start("build", [Metadata.RepositoryRoot, Name, "--layers"]));

    /// <summary>Runs the image with a workspace that another user owns.</summary>
    public static (int ExitCode, string Output) Run(string workspace, IEnumerable<KeyValuePair<string, string>> variables)
    {
        if (!File.Exists(Path.Combine(Tools, "build")))
        {
            Assert.Inconclusive($"There are no tools to build and run containers in {Tools}.");
        }

        Assert.AreEqual(0, Built.Value.ExitCode, Built.Value.Output);
        var environment = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(environment, variables.Select(static variable => $"{variable.Key}={variable.Value}"));
            ChangeOwner(workspace, OtherUser);
            return Start("run", [Name, workspace, environment]);
        }
        finally
        {
            ChangeOwner(workspace, Environment.UserName);
            File.Delete(environment);
        }
    }

    /// <summary>Takes apart what the tool prints: the log, the exit code and the two files of the runner.</summary>
    public static (int ExitCode, string Log, string Output, string Summary) Split(string printed)
    {
        var (log, rest) = Cut(printed, "--- exit ");
        var (exitCode, files) = Cut(rest, "\n--- GITHUB_OUTPUT\n");
        var (output, summary) = Cut(files, "--- GITHUB_STEP_SUMMARY\n");
        return (int.Parse(exitCode, CultureInfo.InvariantCulture), log, output, summary);
    }

    private static (string Before, string After) Cut(string text, string mark)
    {
        var at = text.LastIndexOf(mark, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, at, text);
        return (text[..at], text[(at + mark.Length)..]);
    }

    private static void ChangeOwner(string folder, string user)
    {
        using var change = Process.Start("chown", ["-R", user, folder]);
        change.WaitForExit();
    }

    private static (int ExitCode, string Output) Start(string tool, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Tools, tool), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}

using System.Diagnostics;

namespace SpecPush.MSBuild.Tests.Infrastructure;

/// <summary>Runs programs as a user would, on a machine that knows nothing of the one the tests run on.</summary>
internal static class Command
{
    private static readonly string[] ForeignPrefixes = ["GITHUB_", "GITLAB_", "CI_", "BUILD_", "SYSTEM_", "ACAI_", "SpecPush", "GIT_", "MSBUILD", "TESTINGPLATFORM_", "DOTNET_CLI_TEST"];

    public static CommandResult Run(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(folder, program, arguments, environment);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandResult(process.ExitCode, output + error.Result);
    }

    public static Process Start(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static bool IsForeign(string name) =>
        name is "CI" or "TF_BUILD" || ForeignPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}

internal sealed record CommandResult(int ExitCode, string Output)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>What the build printed for its user: the lines of SpecPush, each as often as it was printed.</summary>
    public string[] Said => [.. Lines.Where(static line => line.StartsWith("SpecPush: ", StringComparison.Ordinal))];

    public string[] Warnings => Diagnostics("warning");

    public string[] Errors => Diagnostics("error");

    public CommandResult Succeeded()
    {
        Assert.AreEqual(0, ExitCode, Output);
        return this;
    }

    // Warnings are repeated in the summary of a build, which begins after "Build succeeded" or "Build FAILED".
    private string[] Diagnostics(string kind) =>
    [
        .. Lines.TakeWhile(static line => !line.StartsWith("Build succeeded", StringComparison.Ordinal) && !line.StartsWith("Build FAILED", StringComparison.Ordinal))
            .Where(line => line.Contains($" {kind} ", StringComparison.Ordinal) || line.StartsWith($"{kind} ", StringComparison.Ordinal)),
    ];
}

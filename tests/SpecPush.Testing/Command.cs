using System.Diagnostics;

namespace SpecPush.Testing;

/// <summary>Runs programs as a user would, without the environment of the machine that runs the tests.</summary>
internal static class Command
{
    private static readonly string[] ForeignPrefixes = ["GITHUB_", "GITLAB_", "CI_", "BUILD_", "SYSTEM_", "ACAI_", "SpecPush", "GIT_", "MSBUILD", "TESTINGPLATFORM_", "DOTNET_CLI_TEST"];

    // The variables that programs need to start, including those on Windows.
    private static readonly HashSet<string> Needed = new(StringComparer.OrdinalIgnoreCase) { "PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "SystemRoot", "TEMP", "TMP", "USERPROFILE" };

    // Where dotnet, which leaves two empty folders each time it starts, has its temporary files.
    private static readonly Dictionary<string, string> DotnetTemporary = CreateTemporaryFolder();

    public static CommandResult Run(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        RunAsync(folder, program, arguments, environment).GetAwaiter().GetResult();

    public static async Task<CommandResult> RunAsync(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(folder, program, arguments, environment);
        return await CommandResult.ReadAsync(process);
    }

    /// <summary>Runs a program with the variables that it needs to start and the given ones, and no others.</summary>
    public static CommandResult RunIsolated(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Start(folder, program, arguments, environment, Needed.Contains);
        return CommandResult.ReadAsync(process).GetAwaiter().GetResult();
    }

    public static Process Start(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var neutral = new Dictionary<string, string>
        {
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",

            // Processes that end within seconds gain little from compiling a method again after 30 calls (now 0x1000): it took a quarter of the
            // time of a parallel build. Instrumented methods and a second mapping of their memory took a tenth each.
            ["DOTNET_TC_CallCountThreshold"] = "1000",
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_EnableWriteXorExecute"] = "0",
            ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
            ["GIT_CONFIG_NOSYSTEM"] = "1",
        };
        return Start(folder, program, arguments, [.. neutral, .. program == "dotnet" ? DotnetTemporary : neutral, .. environment ?? neutral], static name => !IsForeign(name));
    }

    private static Process Start(
        string folder, string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment, Func<string, bool> isInherited)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => !isInherited(name)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static Dictionary<string, string> CreateTemporaryFolder()
    {
        // Short and plain: sockets are below it, whose paths have at most 104 bytes on macOS.
        var folder = Directory.CreateTempSubdirectory("specpush-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder);
        return OperatingSystem.IsWindows() ? new() { ["TEMP"] = folder, ["TMP"] = folder } : new() { ["TMPDIR"] = folder };
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A program has not ended yet; what it leaves is not worth a failed run.
        }
    }

    private static bool IsForeign(string name) =>
        name is "CI" or "TF_BUILD" || ForeignPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}

internal sealed record CommandResult(int ExitCode, string StandardOutput, string StandardError)
{
    public string Output => StandardOutput + StandardError;

    public string[] Lines => Output.Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>SpecPush's lines in the output of a build, each as often as it was printed.</summary>
    public string[] Said => [.. Lines.Where(static line => line.StartsWith("SpecPush: ", StringComparison.Ordinal))];

    public string[] Warnings => Diagnostics("warning");

    public string[] Errors => Diagnostics("error");

    public static async Task<CommandResult> ReadAsync(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(process.ExitCode, output, await error);
    }

    public CommandResult Succeeded()
    {
        Assert.AreEqual(0, ExitCode, Output);
        return this;
    }

    // The summary of a build repeats warnings. It begins after "Build succeeded" or "Build FAILED".
    private string[] Diagnostics(string kind) =>
    [
        .. Lines.TakeWhile(static line => !line.StartsWith("Build succeeded", StringComparison.Ordinal) && !line.StartsWith("Build FAILED", StringComparison.Ordinal))
            .Where(line => line.Contains($" {kind} ", StringComparison.Ordinal) || line.StartsWith($"{kind} ", StringComparison.Ordinal)),
    ];
}

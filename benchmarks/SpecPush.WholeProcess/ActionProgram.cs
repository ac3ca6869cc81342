using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace SpecPush.WholeProcess;

/// <summary>The program in the action's image, published with the Dockerfile's command.</summary>
internal sealed partial class ActionProgram
{
    private static readonly string[] Kept = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "SystemRoot", "TEMP", "TMP", "USERPROFILE"];

    private readonly string _program;
    private readonly string _runnerFiles;

    private ActionProgram(string program, string runnerFiles) => (_program, _runnerFiles) = (program, runnerFiles);

    public static ActionProgram Publish(Scratch scratch)
    {
        // Copies what the Dockerfile copies, so that other builds of the repository and lock files are not affected.
        var source = scratch.Path("source");
        foreach (var path in ProcessRun.Run(Scratch.Repository, "git", "ls-files", "--cached", "--others", "--exclude-standard", "Directory.*", "global.json", ".editorconfig", "src/SpecPush.Core", "src/SpecPush.Action").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var copy = Path.Combine(source, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Scratch.Repository, path), copy);
        }

        var dockerfile = File.ReadAllText(Path.Combine(Scratch.Repository, "Dockerfile"));
        var command = Publishing.Match(dockerfile).Groups["arguments"].Value.Replace("\\\n", " ", StringComparison.Ordinal)
            .Replace("\"${TARGETARCH:-$(dpkg --print-architecture)}\"", RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(), StringComparison.Ordinal)
            .Replace("--output /app", $"--output {scratch.Path("action")}", StringComparison.Ordinal)
            .Replace("\"-p:Version=$VERSION\"", "", StringComparison.Ordinal);
        ProcessRun.Run(source, "dotnet", [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "-nodeReuse:false", "-v:q"]);
        var files = scratch.Path("runner");
        Directory.CreateDirectory(files);
        return new ActionProgram(Path.Combine(scratch.Path("action"), "SpecPush.Action"), files);
    }

    /// <summary>A step in mode Check, started as by the runner for a push of the checked-out commit.</summary>
    public ProcessStartInfo Check(LargeCheckout checkout)
    {
        var start = new ProcessStartInfo(_program) { WorkingDirectory = checkout.Root };
        foreach (var name in start.Environment.Keys.Where(static name => !Kept.Contains(name)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Variables(checkout))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private IEnumerable<(string Name, string Value)> Variables(LargeCheckout checkout) =>
    [
        ("CI", "true"), ("GITHUB_ACTIONS", "true"), ("GITHUB_WORKSPACE", checkout.Root), ("GITHUB_REPOSITORY", "example/large"),
        ("GITHUB_SERVER_URL", "https://github.com"), ("GITHUB_EVENT_NAME", "push"), ("GITHUB_REF", "refs/heads/main"), ("GITHUB_REF_NAME", "main"),
        ("GITHUB_REF_TYPE", "branch"), ("GITHUB_SHA", checkout.Head), ("RUNNER_TEMP", _runnerFiles),
        ("GITHUB_OUTPUT", Path.Combine(_runnerFiles, "output")), ("GITHUB_STEP_SUMMARY", Path.Combine(_runnerFiles, "summary")),
        ("INPUT_MODE", "Check"),
    ];

    [GeneratedRegex(@"dotnet (?<arguments>publish (?:[^\\\n]|\\\n)+)$", RegexOptions.Multiline)]
    private static partial Regex Publishing { get; }
}

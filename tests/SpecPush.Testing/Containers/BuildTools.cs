using System.Globalization;

namespace SpecPush.Testing;

/// <summary>Two scripts next to the repository that build and run an image without an engine.</summary>
internal sealed class BuildTools(string folder) : IContainerEngine
{
    public static BuildTools? Find()
    {
        var folder = Path.GetFullPath("../shared/container", SourceTree.Root);
        return File.Exists(Path.Combine(folder, "build")) ? new BuildTools(folder) : null;
    }

    public (int ExitCode, string Output) Build(string folder, string name, string idFile)
    {
        var standIn = Start("build", [SourceTree.PathOf("tests/SpecPush.Testing/Containers/runtime-deps"), "mcr.microsoft.com/dotnet/runtime-deps:10.0", "--layers"]);
        return standIn.ExitCode == 0 ? Start("build", [folder, name, "--layers", "--iidfile", idFile]) : standIn;
    }

    public ContainerResult Run(string name, string workspace, IEnumerable<KeyValuePair<string, string>> variables)
    {
        var environment = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(environment, variables.Select(static variable => $"{variable.Key}={variable.Value}"));
            return Split(Start("run", [name, workspace, environment]).Output);
        }
        finally
        {
            File.Delete(environment);
        }
    }

    // The log, the exit code and the runner's two files, each after a marker.
    private static ContainerResult Split(string printed)
    {
        var (log, rest) = Cut(printed, "--- exit ");
        var (exitCode, files) = Cut(rest, "\n--- GITHUB_OUTPUT\n");
        var (output, summary) = Cut(files, "--- GITHUB_STEP_SUMMARY\n");
        return new ContainerResult(int.Parse(exitCode, CultureInfo.InvariantCulture), log, output, summary);
    }

    private static (string Before, string After) Cut(string text, string mark)
    {
        var at = text.LastIndexOf(mark, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, at, text);
        return (text[..at], text[(at + mark.Length)..]);
    }

    private (int ExitCode, string Output) Start(string tool, string[] arguments)
    {
        var result = Command.Run(folder, Path.Combine(folder, tool), arguments);
        return (result.ExitCode, result.Output);
    }
}

using System.ComponentModel;

namespace SpecPush.Testing;

/// <summary>Docker or Podman, which have the same command line.</summary>
internal sealed class EngineProgram(string program) : IContainerEngine
{
    private const string Workspace = "/github/workspace";
    private const string FileCommands = "/github/file_commands";

    /// <summary>The first one whose engine answers; having only the client is not enough.</summary>
    public static EngineProgram? Find() => new[] { "docker", "podman" }.Where(Answers).Select(static program => new EngineProgram(program)).FirstOrDefault();

    public (int ExitCode, string Output) Build(string folder, string name, string idFile) => Start(program, ["build", "--tag", name, "--iidfile", idFile, folder]);

    public ContainerResult Run(string name, string workspace, IEnumerable<KeyValuePair<string, string>> variables)
    {
        using var files = new TemporaryFolder();
        files.Write("output", "");
        files.Write("summary", "");
        string[] environment =
        [
            "GITHUB_ACTIONS=true", "CI=true", $"GITHUB_WORKSPACE={Workspace}", "HOME=/github/home",
            $"GITHUB_OUTPUT={FileCommands}/output", $"GITHUB_STEP_SUMMARY={FileCommands}/summary",
            .. variables.Select(static variable => $"{variable.Key}={variable.Value}"),
        ];
        var (exitCode, log) = Start(program,
        [
            "run", "--rm", "--network", "host", "--workdir", Workspace, "--volume", $"{workspace}:{Workspace}", "--volume", $"{files.Path}:{FileCommands}",
            .. environment.SelectMany(static variable => (string[])["--env", variable]), name,
        ]);
        return new ContainerResult(exitCode, log, File.ReadAllText(files.PathOf("output")), File.ReadAllText(files.PathOf("summary")));
    }

    private static bool Answers(string program)
    {
        try
        {
            return Start(program, ["info"]).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static (int ExitCode, string Output) Start(string program, IEnumerable<string> arguments)
    {
        var result = Command.Run(SourceTree.Root, program, arguments);
        return (result.ExitCode, result.ExitCode == 0 ? result.StandardOutput : result.Output);
    }
}

using System.CommandLine;
using SpecPush.Settings;

namespace SpecPush.Tool.Commands;

/// <summary>The command line.</summary>
internal static class ToolCommands
{
    public static RootCommand Create(CommandContext context) => new(
        """
        Pushes a repository's feature specs, and the places in code and tests that refer to their requirements, to an acai server.

        The token comes from the environment variable ACAI_API_TOKEN or, on a developer's machine, from the file .env in the repository's root.
        Exit codes: 0 success, 1 findings, 2 wrong usage, 3 the server could not be reached or was too busy, 130 interrupted.
        """)
    {
        RunCommand.Create(context, new RunCommandKind("push", "Push specs and references to the server", RunMode.Push, IsForSending: true)),
        RunCommand.Create(context, new RunCommandKind("check", "Check specs and references without a server", RunMode.Check, IsForSending: false)),
        RunCommand.Create(context, new RunCommandKind("coverage", "Show which requirements have tests", RunMode.Check, IsForSending: false)),
        RunCommand.Create(context, new RunCommandKind("status", "Show what a push would send, or why it would send nothing", RunMode.Push, IsForSending: true)),
        RunCommand.Create(context, new RunCommandKind("diff", "Show how the requirements changed since another branch or commit", RunMode.Check, IsForSending: false)),
        RunCommand.Create(context, new RunCommandKind("collect", "Write what this job's builds found to a file, for the job that pushes", RunMode.Collect, IsForSending: false)),
        InitCommand.Create(context),
        ExplainCommand.Create(context),
    };
}

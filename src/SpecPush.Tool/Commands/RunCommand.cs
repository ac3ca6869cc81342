using System.CommandLine;
using SpecPush.Checkout;
using SpecPush.Reporting;
using SpecPush.Run;
using SpecPush.Settings;
using SpecPush.Tool.Output;
using SpecPush.Tool.Settings;

namespace SpecPush.Tool.Commands;

/// <summary>What tells the commands apart that run the core.</summary>
/// <param name="Name">The command.</param>
/// <param name="Description">Its line in the help.</param>
/// <param name="Mode">The mode it runs in, unless the user says another where there are some.</param>
/// <param name="IsForSending">Whether it has the settings that matter for sending, the mode among them.</param>
internal sealed record RunCommandKind(string Name, string Description, RunMode Mode, bool IsForSending);

/// <summary>Runs the core in the repository around the current folder, and shows its report.</summary>
internal sealed class RunCommand(CommandContext context, RunCommandKind kind, CommandSettings settings)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);
    private static readonly Option<bool> Json = new("--json") { Description = "Write the JSON report to standard output, and nothing else" };
    private static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Show messages, too" };

    public static Command Create(CommandContext context, RunCommandKind kind)
    {
        var options = new SettingOptions(kind.IsForSending);
        var command = new Command(kind.Name, kind.Description) { Json, Verbose };
        options.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var file = SettingsFile.Read(Repositories.FindRoot(context.Folder));
            var settings = CommandSettings.Merge(options.Read(result, context.Folder), file, kind.Mode, kind.IsForSending, context.Environment);
            var run = new RunCommand(context, kind, settings);
            return result.GetValue(Json)
                ? await run.ExecuteAsync(cancellationToken)
                : await run.ExecuteAsync(Screen.Create(context), result.GetValue(Verbose), cancellationToken);
        });
        return command;
    }

    private async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var report = await RunAsync(cancellationToken);
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(ReportJson.Serialize(report), cancellationToken);
        return ExitCode(report);
    }

    private async Task<int> ExecuteAsync(Screen screen, bool isVerbose, CancellationToken cancellationToken)
    {
        var report = await screen.WhileAsync("Reading specs and references", () => RunAsync(cancellationToken));
        var view = new ReportView(screen, isVerbose);
        switch (kind.Name)
        {
            case "check" when settings.Findings.IsEmpty:
                view.ShowCheck(report);
                break;
            case "coverage" when settings.Findings.IsEmpty:
                view.ShowFindings(report.Findings);
                CoverageView.Show(screen, report);
                break;
            default:
                view.Show(report);
                break;
        }

        return ExitCode(report);
    }

    private int ExitCode(Report report) => settings.Findings.IsEmpty ? ExitCodes.From(report, settings.FailOn) : ExitCodes.Usage;

    private async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.Findings.IsEmpty)
        {
            return new Report { Context = new PushContext { Provider = "none" }, Reason = "nothing was done, because a setting is wrong", Findings = settings.Findings };
        }

        var request = new RunRequest
        {
            Directory = context.Folder,
            Settings = settings.Raw,
            Spelling = SettingSpelling.CommandLine,
            Environment = context.Environment,
            LocalTimeout = Timeout,
            ContinuousIntegrationTimeout = Timeout,
            WritesState = kind.Name == "push",
        };
        return settings.Severities.Apply((await SpecPushRun.ExecuteAsync(request, cancellationToken)).Report);
    }
}

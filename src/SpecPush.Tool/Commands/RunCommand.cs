using System.CommandLine;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Run;
using SpecPush.Settings;
using SpecPush.Tool.Output;
using SpecPush.Tool.Settings;

namespace SpecPush.Tool.Commands;

/// <summary>The differences between the commands that run the core.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="Description">Its description in the help.</param>
/// <param name="Mode">Its mode, or the default if the user can choose another.</param>
/// <param name="IsForSending">Whether it has the settings for pushing, such as the mode.</param>
internal sealed record RunCommandKind(string Name, string Description, RunMode Mode, bool IsForSending);

/// <summary>Runs the core in the repository around the current folder, and shows its report.</summary>
internal sealed class RunCommand(CommandContext context, RunCommandKind kind, CommandSettings settings)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);
    private static readonly Option<bool> Json = new("--json") { Description = "Write the JSON report to standard output, and nothing else" };
    private static readonly Argument<string?> Revision = new("revision")
    {
        Description = "The branch or commit whose merge base to compare with; default the remote's default branch",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Show messages, too" };

    private bool HasSettingsFile { get; init; }

    public static Command Create(CommandContext context, RunCommandKind kind)
    {
        var options = new SettingOptions(kind.Name, kind.IsForSending);
        var command = new Command(kind.Name, kind.Description) { Json, Verbose };
        options.AddTo(command);
        var isDiff = kind.Name == "diff";
        if (isDiff)
        {
            command.Arguments.Add(Revision);
        }

        command.SetAction(async (result, cancellationToken) =>
        {
            var root = Repositories.FindRoot(context.Folder);
            var file = SettingsFile.Read(root);
            var known = context with { Environment = CiSystems.IsRunning(context.Environment) ? context.Environment : LocalSettingsFile.AddTo(context.Environment, root) };
            var given = options.Read(result, context.Folder);
            given = isDiff && !given.ContainsKey("compare-with") ? given.Add("compare-with", result.GetValue(Revision) ?? "origin/HEAD") : given;
            var settings = CommandSettings.Merge(given, file, kind.Mode, kind.IsForSending, known.Environment);
            var run = new RunCommand(known, kind, settings) { HasSettingsFile = !file.Values.IsEmpty };
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

        using var text = new MemoryStream();
        ReportJson.Write(text, report);

        // In a log, CI systems would find commands such as ##vso[…] in its texts.
        var json = Encoding.UTF8.GetString(text.ToArray()).Replace("#", "\\u0023", StringComparison.Ordinal);
        await output.WriteAsync(Encoding.UTF8.GetBytes(json), cancellationToken);
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
            case "status" when settings.Findings.IsEmpty:
                view.ShowFindings(report.Findings);
                StatusView.Show(screen, report, new StatusFacts(settings.ApiUrl!, ApiToken.Read(context.Environment, SettingSpelling.CommandLine).Text is not null, HasSettingsFile));
                break;
            case "diff" when settings.Findings.IsEmpty:
                view.ShowFindings(report.Findings);
                ComparisonView.Show(screen, report);
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

    private int ExitCode(Report report) => settings switch
    {
        { Findings.IsEmpty: false } => ExitCodes.Usage,
        _ when kind.Name == "diff" && report.Comparison is null => ExitCodes.Failure,
        _ => ExitCodes.From(report, settings.FailOn),
    };

    private async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.Findings.IsEmpty)
        {
            return (Report.Nothing with { Findings = settings.Findings }).Because(NotPushedReason.WrongSetting);
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
            IsRehearsal = kind.Name == "status",
            Severities = settings.Severities,
        };
        return (await SpecPushRun.ExecuteAsync(request, cancellationToken)).Report;
    }
}

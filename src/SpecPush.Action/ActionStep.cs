using SpecPush.Actions.Commands;
using SpecPush.Actions.Files;
using SpecPush.Actions.GitHub;
using SpecPush.Actions.Inputs;
using SpecPush.Actions.Rendering;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Reporting.Html;
using SpecPush.Reporting.Sarif;
using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.Actions;

/// <summary>One step of a workflow: reads the inputs, runs the core, and shows its report in every place that a workflow has for it.</summary>
/// <param name="environment">Of the process.</param>
/// <param name="folder">The workspace, where the environment names none.</param>
/// <param name="log">The step's log.</param>
internal sealed class ActionStep(EnvironmentVariables environment, string folder, CommandLog log)
{
    private const int Failed = 1;

    private readonly EnvironmentVariables _environment = ActionInputs.ForCore(environment);
    private readonly string _workspace = environment["GITHUB_WORKSPACE"] ?? folder;

    /// <summary>The exit code.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var inputs = ActionInputs.Read(_environment);
        log.Mask(_environment[ApiToken.Variable]);
        log.Mask(inputs.GitHubToken);
        try
        {
            return await ExecuteAsync(inputs, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.WriteLine("SpecPush: cancelled");
            return Failed;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The runtime would print the exception as it is, and a message of a library may quote anything.
            log.Write(AnnotationChoice.Choose([UnexpectedFailure.From(exception, _environment).Without(inputs.GitHubToken)]));
            return inputs.FailOn == FailOn.Never ? 0 : Failed;
        }
    }

    private async Task<int> ExecuteAsync(ActionInputs inputs, CancellationToken cancellationToken)
    {
        var github = GitHubConnection.Open(_environment, inputs.GitHubToken);
        var report = (await new Workspace(inputs, github, _environment).ReportAsync(_workspace, cancellationToken)).Without(inputs.GitHubToken);
        report = inputs.Severities.Apply(report);
        var checkRun = new CheckRunStep(inputs, github, _environment);
        report = Add(report, await checkRun.ExecuteAsync(report, report.IsFailure(inputs.FailOn), cancellationToken));
        report = Add(report, await new CommentStep(inputs, github, _environment).ExecuteAsync(report, cancellationToken));
        foreach (var line in TextRendering.Lines(report))
        {
            log.WriteLine(line);
        }

        if (report.Context.Explanation is { Length: > 0 } explanation)
        {
            log.WriteLine($"SpecPush: {explanation}");
        }

        report = Write(report, inputs.HtmlReport, HtmlReport.Serialize);
        report = Write(report, inputs.Badge, CoverageBadge.Serialize);
        report = Write(report, inputs.Sarif, SarifWriter.Serialize);
        var place = ReportPlace.Find(_environment, _workspace, inputs.Report);
        report = Write(report, place?.Path, ReportJson.Serialize);
        report = Add(report, RunnerFile.Append(_environment, "GITHUB_STEP_SUMMARY", JobSummary.Render(report, SourceLinks.From(_environment, report.Context.Commit))));
        report = Add(report, RunnerFile.Append(_environment, "GITHUB_OUTPUT", StepOutputs.Format(StepOutputs.Create(report, place?.Output))));
        log.Write(AnnotationChoice.Choose(report.Findings));
        return report.IsFailure(inputs.FailOn) ? Failed : 0;
    }

    private Report Write(Report report, string? path, Func<Report, byte[]> serialize) => path is null ? report : new ReportOutput(_workspace, path).Write(report, serialize);

    private static Report Add(Report report, Finding? finding) =>
        finding is null ? report : report with { Findings = FindingOrder.Sort([.. report.Findings, finding]) };
}

using SpecPush.Actions.Commands;
using SpecPush.Actions.Files;
using SpecPush.Actions.GitHub;
using SpecPush.Actions.Inputs;
using SpecPush.Actions.Rendering;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.Actions;

/// <summary>A step of a workflow: reads the inputs, runs the core, and shows its report everywhere in the workflow run.</summary>
/// <param name="environment">The environment of the process.</param>
/// <param name="folder">The workspace, if the environment does not name one.</param>
/// <param name="log">The step's log.</param>
internal sealed class ActionStep(EnvironmentVariables environment, string folder, CommandLog log)
{
    private const int Failed = 1;

    private readonly EnvironmentVariables _environment = ActionInputs.ForCore(environment);
    private readonly string _workspace = environment["GITHUB_WORKSPACE"] ?? folder;

    /// <summary>Returns the exit code.</summary>
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
            // The runtime would print the exception as it is, and a library's message may quote anything.
            log.Write(AnnotationChoice.Choose([new Redaction(inputs.GitHubToken).Apply(UnexpectedFailure.From(exception, _environment))]));
            return inputs.FailOn == FailOn.Never ? 0 : Failed;
        }
    }

    private async Task<int> ExecuteAsync(ActionInputs inputs, CancellationToken cancellationToken)
    {
        var github = GitHubClient.Open(_environment, inputs.GitHubToken);
        var report = (await new Workspace(inputs, github, _environment).ReportAsync(_workspace, cancellationToken)).Without(inputs.GitHubToken);
        report = inputs.Severities.Apply(report);
        var checkRun = new CheckRunStep(inputs, github, _environment);
        Report Add(Report shown, Finding? finding) =>
            finding is null ? shown : inputs.Severities.Apply(shown with { Findings = FindingOrder.Sort([.. shown.Findings, finding]) });
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

        var place = ReportPlace.Find(_environment, _workspace, inputs.Report);
        var paths = new ReportPaths(inputs.HtmlReport, inputs.Badge, inputs.Sarif, place?.Path);
        report = ReportFile.WriteAll(report, paths, (written, path, serialize) => inputs.Severities.Apply(new ReportOutput(_workspace, path).Write(written, serialize)));
        report = Add(report, RunnerFile.Append(_environment, "GITHUB_STEP_SUMMARY", JobSummary.Render(report, SourceLinks.From(_environment, report.Context.Commit))));
        report = Add(report, RunnerFile.Append(_environment, "GITHUB_OUTPUT", StepOutputs.Format(StepOutputs.Create(report, place?.Output))));
        log.Write(AnnotationChoice.Choose(report.Findings));
        return report.IsFailure(inputs.FailOn) ? Failed : 0;
    }
}

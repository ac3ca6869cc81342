using SpecPush.Actions.Commands;
using SpecPush.Actions.Inputs;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Actions.GitHub;

/// <summary>Decides whether a check run is needed, and reports as a finding why it could not be created.</summary>
internal sealed class CheckRunStep(ActionInputs inputs, GitHubClient? github, EnvironmentVariables environment)
{
    /// <summary>Null, or why there is no check run although there should be one.</summary>
    public async Task<Finding?> ExecuteAsync(Report report, bool isFailure, CancellationToken cancellationToken)
    {
        var isWanted = inputs.CheckRun == CheckRunChoice.True || (inputs.CheckRun == CheckRunChoice.Auto && !AnnotationChoice.Choose(report.Findings).IsComplete);
        if (!isWanted || inputs.IsOff)
        {
            return null;
        }

        var severity = inputs.CheckRun == CheckRunChoice.True ? Severity.Warning : Severity.Message;
        if (github is null || (report.Context.Commit ?? environment["GITHUB_SHA"]) is not { } commit)
        {
            return ActionFindings.CheckRunNotMade(github is null ? "there is no github-token" : "the commit is not known", severity);
        }

        var content = CheckRunContent.From(report, commit, isFailure, inputs.MatrixJob, environment);
        return await new CheckRunPublisher(github).PublishAsync(content, cancellationToken) is { } reason
            ? ActionFindings.CheckRunNotMade(reason, severity)
            : null;
    }
}

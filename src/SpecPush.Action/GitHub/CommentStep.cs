using SpecPush.Actions.Inputs;
using SpecPush.Actions.Rendering;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Actions.GitHub;

/// <summary>Decides whether the pull request gets a comment, and reports as a finding why it could not be created.</summary>
internal sealed class CommentStep(ActionInputs inputs, GitHubClient? github, EnvironmentVariables environment)
{
    // GitHub takes 65,536 characters.
    private const int MaxComment = 60_000;

    /// <summary>Null, or why there is no comment although there should be one.</summary>
    public async Task<Finding?> ExecuteAsync(Report report, CancellationToken cancellationToken)
    {
        if (inputs.Comment == CommentChoice.False || report is not { Comparison: { } comparison, Context.PullRequest: { Number: > 0 } pullRequest })
        {
            return null;
        }

        // A fork's token cannot have the permission, and its owner cannot change that.
        var severity = pullRequest.IsFork == true ? Severity.Message : Severity.Warning;
        if (github is null)
        {
            return ActionFindings.CommentNotMade("there is no github-token", severity);
        }

        var text = ComparisonSection.Render(comparison, SourceLinks.From(environment, report.Context.Commit), MaxComment);
        var changes = !comparison.Requirements.IsEmpty || !comparison.InvalidSpecs.IsEmpty;
        return await new CommentPublisher(github, Marker).PublishAsync(pullRequest.Number, text, changes, cancellationToken) is { } reason
            ? ActionFindings.CommentNotMade(reason, severity)
            : null;
    }

    // Two steps that look at two parts of a repository have two comments. What is escaped so cannot end the marker.
    private string Marker => $"<!-- specpush comparison {Uri.EscapeDataString(inputs.Settings.Scope?.Trim() ?? "")} -->";
}

using System.Collections.Immutable;
using SpecPush.Actions.Rendering;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Actions.GitHub;

/// <summary>What a check run shows.</summary>
internal sealed record CheckRunContent
{
    public const string Name = "SpecPush";

    // GitHub takes 65,535 characters, of each.
    private const int MaxSummary = 60_000;

    public required string HeadCommit { get; init; }

    /// <summary>Distinguishes the check runs for one commit by workflow, event, job, job of a matrix, and step.</summary>
    public required string ExternalId { get; init; }

    public required string Conclusion { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>What a pull request does to the requirements; null where nothing was compared.</summary>
    public required string? Text { get; init; }

    public required ImmutableArray<CheckRunAnnotation> Annotations { get; init; }

    public static CheckRunContent From(Report report, string headCommit, bool isFailure, string? matrixJob, EnvironmentVariables environment) => new()
    {
        HeadCommit = headCommit,
        ExternalId = $"specpush/{environment["GITHUB_WORKFLOW"]}/{environment["GITHUB_EVENT_NAME"]}/{environment["GITHUB_JOB"]}/{matrixJob}/{environment["GITHUB_ACTION"]}",
        Conclusion = isFailure ? "failure" : "success",
        Title = $"{Count(report, Severity.Error, "error")}, {Count(report, Severity.Warning, "warning")}",
        Summary = JobSummary.Render(report with { Comparison = null }, SourceLinks.From(environment, report.Context.Commit), MaxSummary),
        Text = report.Comparison is { } comparison ? ComparisonSection.Render(comparison, SourceLinks.From(environment, report.Context.Commit), MaxSummary) : null,
        Annotations = CheckRunAnnotations.Create(report.Findings),
    };

    public CheckRunOutput Output(IReadOnlyList<CheckRunAnnotation> annotations) => new(Title, Summary, Text, annotations);

    private static string Count(Report report, Severity severity, string noun) =>
        OneLine.Count(report.Findings.Count(finding => finding.Severity == severity), noun);
}

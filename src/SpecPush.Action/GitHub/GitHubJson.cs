using System.Text.Json.Serialization;

namespace SpecPush.Actions.GitHub;

// docs.github.com, REST: what is sent, and of the answers what is read.
internal sealed record NewCheckRun(string Name, string HeadSha, string ExternalId, string Status, string Conclusion, CheckRunOutput Output);

internal sealed record CheckRunUpdate(string Status, string Conclusion, CheckRunOutput Output);

internal sealed record CheckRunOutput(string Title, string Summary, string? Text, IReadOnlyList<CheckRunAnnotation> Annotations);

internal sealed record CheckRunAnnotation
{
    public required string Path { get; init; }

    public required int StartLine { get; init; }

    public required int EndLine { get; init; }

    public int? StartColumn { get; init; }

    public int? EndColumn { get; init; }

    public required string? AnnotationLevel { get; init; }

    public required string? Message { get; init; }

    public string? Title { get; init; }
}

internal sealed record CheckRun(long Id, string? ExternalId = null);

internal sealed record CheckRunList(CheckRun[] CheckRuns);

internal sealed record CommentText(string Body);

internal sealed record IssueComment(long Id, string? Body = null, GitHubUser? User = null);

internal sealed record GitHubUser(string Login, string? Type = null);

internal sealed record GitReference(GitCommit Object);

internal sealed record GitCommit(string Sha);

internal sealed record CommitComparison(GitCommit MergeBaseCommit, int AheadBy);

/// <summary>Generated, because a native program cannot look at types while it runs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(NewCheckRun))]
[JsonSerializable(typeof(CheckRunUpdate))]
[JsonSerializable(typeof(CheckRunList))]
[JsonSerializable(typeof(CheckRunAnnotation[]))]
[JsonSerializable(typeof(CommentText))]
[JsonSerializable(typeof(IssueComment[]))]
[JsonSerializable(typeof(GitHubUser))]
[JsonSerializable(typeof(GitReference))]
[JsonSerializable(typeof(GitCommit[]))]
[JsonSerializable(typeof(CommitComparison))]
internal sealed partial class GitHubJson : JsonSerializerContext;

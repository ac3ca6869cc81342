using System.Text.Json.Serialization;

namespace SpecPush.Planning;

/// <summary>The body of <c>POST /push</c>. Members without a value are omitted, because the server refuses <c>null</c>.</summary>
internal sealed record PushRequest
{
    public required string RepoUri { get; init; }

    public required string BranchName { get; init; }

    public required string CommitHash { get; init; }

    public string? ProductName { get; init; }

    public string? TargetImplName { get; init; }

    public string? ParentImplName { get; init; }

    public IReadOnlyList<SpecBody>? Specs { get; init; }

    public ReferencesBody? References { get; init; }
}

internal sealed record SpecBody(FeatureBody Feature, SpecMeta Meta, IReadOnlyDictionary<string, RequirementBody> Requirements);

internal sealed record FeatureBody(string Name, string Product, string Version, string? Description, IReadOnlyList<string>? Prerequisites);

internal sealed record SpecMeta(string Path, string LastSeenCommit, string? RawContent);

internal sealed record RequirementBody(string Requirement, bool Deprecated, string? Note, IReadOnlyList<string>? ReplacedBy);

internal sealed record ReferencesBody(bool Override, IReadOnlyDictionary<string, IReadOnlyList<ReferenceBody>> Data);

internal sealed record ReferenceBody(string Path, bool IsTest);

[JsonSourceGenerationOptions(
    // Written without the serializer, whose metadata takes longer to set up than a request takes to write.
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PushRequest))]
internal sealed partial class PushRequestJson : JsonSerializerContext;

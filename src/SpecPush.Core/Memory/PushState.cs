using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpecPush.Reporting;

namespace SpecPush.Memory;

/// <summary>The saved state of the pushes to one endpoint, repository and branch. The token cannot be derived from it.</summary>
internal sealed record PushState
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    /// <summary>The requests that the server accepted in the last push.</summary>
    public ImmutableArray<string> Fingerprints { get; init; } = [];

    public DateTimeOffset PushedAt { get; init; }

    /// <summary>The features whose references this checkout has sent, each with one of their ACIDs; null before the first success.</summary>
    public ImmutableDictionary<string, string>? SentFeatures { get; init; }

    /// <summary>The time of the last temporary failure; null after a success.</summary>
    public DateTimeOffset? FailedAt { get; init; }
}

/// <summary>The report of the run with this key.</summary>
internal sealed record StoredReport(string Key, Report Report);

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PushState))]
[JsonSerializable(typeof(StoredReport))]
internal sealed partial class StorageJson : JsonSerializerContext;

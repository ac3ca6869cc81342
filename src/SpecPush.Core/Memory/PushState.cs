using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpecPush.Reporting;

namespace SpecPush.Memory;

/// <summary>What is remembered of the pushes to one endpoint, repository and branch. Nothing in it tells the token.</summary>
internal sealed record PushState
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    /// <summary>One for each request that the server confirmed in the last push.</summary>
    public ImmutableArray<string> Fingerprints { get; init; } = [];

    public DateTimeOffset PushedAt { get; init; }

    /// <summary>The features whose references this checkout has sent, each with one of their ACIDs; null before the first success.</summary>
    public ImmutableDictionary<string, string>? SentFeatures { get; init; }

    /// <summary>When a push last failed for a reason that may pass by itself; null after a success.</summary>
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

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

/// <summary>The last run in this checkout: what it depended on and what it found. Where it failed to push, it is no reason to leave the next one out.</summary>
internal sealed record LastRun(int Format, string Key, DateTimeOffset At, bool Failed, Report Report);

/// <summary>What the projects of one build tell each other.</summary>
/// <param name="Said">Findings and lines that one of them has shown.</param>
/// <param name="Failed">Whether one of them met a failure that the others would meet, too.</param>
/// <param name="Spent">The time that they have spent on sending.</param>
/// <param name="Refused">The fingerprints of requests that the server refused.</param>
/// <param name="Completed">What their completed runs were asked to do.</param>
internal sealed record SessionState(
    ImmutableHashSet<string> Said, bool Failed, TimeSpan Spent, ImmutableHashSet<string> Refused, ImmutableHashSet<string> Completed)
{
    public static SessionState New { get; } = new([], false, TimeSpan.Zero, [], []);
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PushState))]
[JsonSerializable(typeof(LastRun))]
[JsonSerializable(typeof(SessionState))]
internal sealed partial class StorageJson : JsonSerializerContext;

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpecPush.Files;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.References.Collected;

/// <summary>What one job of a build knows: the reference manifests of its projects, for the job that pushes.</summary>
internal sealed record Collection
{
    public const int CurrentVersion = 1;

    /// <summary>Marks the file as one that SpecPush wrote; the scan for references passes over such files.</summary>
    [JsonPropertyName("$comment"), JsonPropertyOrder(-2)]
    public string Marker { get; init; } = OutputMarker.Text;

    [JsonPropertyName("specPushCollection"), JsonPropertyOrder(-1)]
    public int FormatVersion { get; init; } = CurrentVersion;

    /// <summary>Who wrote it.</summary>
    public string ToolVersion { get; init; } = ProductVersion.Text;

    /// <summary>The commit that was checked out.</summary>
    public required string Commit { get; init; }

    /// <summary>Those whose sources had the content that they were compiled from, with the checksums that prove it elsewhere, too.</summary>
    public required ImmutableArray<ReferenceManifest> Manifests { get; init; }
}

/// <summary>What is the same in every version of the file, so that one of an unknown version can be named as such.</summary>
/// <param name="FormatVersion">Zero for what is no collection.</param>
/// <param name="ToolVersion">Untrusted text.</param>
internal sealed record CollectionHeader([property: JsonPropertyName("specPushCollection")] int FormatVersion = 0, string? ToolVersion = null);

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = 16)]
[JsonSerializable(typeof(Collection))]
[JsonSerializable(typeof(CollectionHeader))]
internal sealed partial class CollectionJson : JsonSerializerContext;

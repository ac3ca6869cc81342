using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpecPush.Files;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.References.Collected;

/// <summary>The reference manifests of one job's projects, for the job that pushes.</summary>
internal sealed record Collection
{
    public const int CurrentVersion = 1;

    /// <summary>Marks the file as written by SpecPush, so that the scan for references skips it.</summary>
    [JsonPropertyName("$comment"), JsonPropertyOrder(-2)]
    public string Marker { get; init; } = OutputMarker.Text;

    [JsonPropertyName("specPushCollection"), JsonPropertyOrder(-1)]
    public int FormatVersion { get; init; } = CurrentVersion;

    /// <summary>The version of SpecPush that wrote the file.</summary>
    public string ToolVersion { get; init; } = ProductVersion.Text;

    /// <summary>The commit that was checked out.</summary>
    public required string Commit { get; init; }

    /// <summary>The manifests that were up to date, with the source checksums that let another machine verify it.</summary>
    public required ImmutableArray<ReferenceManifest> Manifests { get; init; }
}

/// <summary>What is the same in every version of the format, so that an unknown version can be recognised.</summary>
/// <param name="FormatVersion">Zero for a file that is not a collection.</param>
/// <param name="ToolVersion">Untrusted text.</param>
internal sealed record CollectionHeader([property: JsonPropertyName("specPushCollection")] int FormatVersion = 0, string? ToolVersion = null);

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = 16)]
[JsonSerializable(typeof(Collection))]
[JsonSerializable(typeof(CollectionHeader))]
internal sealed partial class CollectionJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;
using SpecPush.Reporting;

namespace SpecPush.Memory;

/// <summary>The whole report of the run with this key. Only read if more than findings is shown.</summary>
internal sealed record StoredReport(string Key, Report Report)
{
    public byte[] Save() => JsonSerializer.SerializeToUtf8Bytes(this, StorageJson.Default.StoredReport);

    /// <summary>Reads what <see cref="Save"/> returned; null for anything else.</summary>
    public static StoredReport? Load(byte[] saved)
    {
        try
        {
            return JsonSerializer.Deserialize(saved, StorageJson.Default.StoredReport);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredReport))]
internal sealed partial class StorageJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace SpecPush.References.Manifests;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReferenceManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;

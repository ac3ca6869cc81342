using System.Text.Json.Serialization;
using SpecPush.LocalServer.Validation;

namespace SpecPush.LocalServer.Storage;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PushedSpec))]
[JsonSerializable(typeof(IReadOnlyList<PushedReference>))]
internal sealed partial class StorageJson : JsonSerializerContext;

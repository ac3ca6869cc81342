using System.Text.Json.Serialization;

namespace SpecPush.References.Manifests;

/// <summary>The hashes that compilers write into symbols.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChecksumAlgorithm>))]
internal enum ChecksumAlgorithm
{
    Sha1,
    Sha256,
}

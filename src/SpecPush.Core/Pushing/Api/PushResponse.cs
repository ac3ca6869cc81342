using System.Text.Json.Serialization;

namespace SpecPush.Pushing.Api;

/// <summary>The body of a successful push.</summary>
internal sealed record PushResponse(PushResponseData? Data);

/// <summary>What the server did. The implementation's members are null when the push touched none.</summary>
internal sealed record PushResponseData
{
    public string? BranchId { get; init; }

    public string? ImplementationName { get; init; }

    public string? ProductName { get; init; }

    public int SpecsCreated { get; init; }

    public int SpecsUpdated { get; init; }

    public IReadOnlyList<string>? Warnings { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PushResponse))]
internal sealed partial class PushResponseJson : JsonSerializerContext;

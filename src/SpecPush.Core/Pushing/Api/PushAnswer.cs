using System.Collections.Immutable;
using System.Text.Json;

namespace SpecPush.Pushing.Api;

/// <summary>What the server did. The names of the implementation and the product are null if the push did not affect an implementation.</summary>
internal sealed record PushAnswer
{
    public string? BranchId { get; init; }

    public string? ImplementationName { get; init; }

    public string? ProductName { get; init; }

    public int SpecsCreated { get; init; }

    public int SpecsUpdated { get; init; }

    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Reads the body of a success; null if it is not an answer of the API.</summary>
    public static PushAnswer? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? Parse(data) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // InvalidOperationException is for a value of the wrong type or with invalid UTF-8, FormatException for a number out of range.
            return null;
        }
    }

    private static PushAnswer Parse(JsonElement data) => new()
    {
        BranchId = Find(data, "branch_id")?.GetString(),
        ImplementationName = Find(data, "implementation_name")?.GetString(),
        ProductName = Find(data, "product_name")?.GetString(),
        SpecsCreated = Find(data, "specs_created")?.GetInt32() ?? 0,
        SpecsUpdated = Find(data, "specs_updated")?.GetInt32() ?? 0,
        Warnings = Find(data, "warnings") is { } warnings ? [.. warnings.EnumerateArray().Select(static warning => warning.GetString()).OfType<string>()] : [],
    };

    private static JsonElement? Find(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}

using System.Text.Json;
using SpecPush.Findings;

namespace SpecPush.Pushing.Api;

/// <summary>What an error body says. The server has two shapes: <c>errors</c> is an object, or for schema errors an array.</summary>
/// <param name="Detail">The sentence meant for people; null when the body has none.</param>
/// <param name="Pointer">The JSON pointer into the request that a schema error names, such as <c>/specs/3/feature/name</c>.</param>
internal sealed record ApiError(string? Detail, string? Pointer)
{
    // Untrusted text that ends up in a build log.
    private const int MaxDetail = 500;

    public static ApiError None { get; } = new(null, null);

    public static ApiError Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("errors", out var errors))
            {
                return None;
            }

            return errors.ValueKind switch
            {
                JsonValueKind.Object => new ApiError(Text(errors, "detail"), null),
                JsonValueKind.Array => Deepest(errors),
                _ => None,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second one is for a text that is not UTF-8, or has half a character: it shows only when it is read.
            return None;
        }
    }

    // A schema error lists the outer failures ("Failed to cast value as SpecObject") before the inner one that says what is wrong.
    private static ApiError Deepest(JsonElement errors) => errors.EnumerateArray()
        .Where(static error => error.ValueKind == JsonValueKind.Object)
        .Select(static error => new ApiError(
            Text(error, "detail"),
            error.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.Object ? Text(source, "pointer") : null))
        .MaxBy(static error => error.Pointer?.Count(static character => character == '/') ?? 0) ?? None;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            // It becomes a part of a sentence, which has a full stop of its own.
            ? OneLine.From(text, MaxDetail).TrimEnd('.')
            : null;
}

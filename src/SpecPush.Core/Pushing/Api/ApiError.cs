using System.Text.Json;
using SpecPush.Findings;

namespace SpecPush.Pushing.Api;

/// <summary>The content of an error body, where <c>errors</c> is an object or, for schema errors, an array.</summary>
/// <param name="Detail">The sentence for people; null if the body has none.</param>
/// <param name="Pointer">A schema error's JSON pointer into the request, such as <c>/specs/3/feature/name</c>.</param>
internal sealed record ApiError(string? Detail, string? Pointer)
{
    // The text is untrusted and ends up in build logs.
    private const int MaxDetail = 500;

    public static ApiError None { get; } = new(null, null);

    /// <param name="body">The answer.</param>
    /// <param name="redaction">Applied before a text is cut, because a part of a token would not be found any more.</param>
    public static ApiError Parse(ReadOnlyMemory<byte> body, Redaction redaction)
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
                JsonValueKind.Object => new ApiError(Text(errors, "detail", redaction), null),
                JsonValueKind.Array => Deepest(errors, redaction),
                _ => None,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is for a string with invalid UTF-8 or a lone surrogate, which is noticed only when it is read.
            return None;
        }
    }

    // A schema error lists the outer failures ("Failed to cast value as SpecObject") before the inner one that explains them.
    private static ApiError Deepest(JsonElement errors, Redaction redaction) => errors.EnumerateArray()
        .Where(static error => error.ValueKind == JsonValueKind.Object)
        .Select(error => new ApiError(
            Text(error, "detail", redaction),
            error.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.Object ? Text(source, "pointer", redaction) : null))
        .MaxBy(static error => error.Pointer?.Count(static character => character == '/') ?? 0) ?? None;

    private static string? Text(JsonElement element, string name, Redaction redaction) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            // It becomes part of a sentence with its own full stop.
            ? OneLine.From(redaction.Apply(text), MaxDetail).TrimEnd('.')
            : null;
}

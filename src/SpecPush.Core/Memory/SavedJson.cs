using System.Buffers;
using System.Text.Json;

namespace SpecPush.Memory;

/// <summary>
/// Reads and writes the state that every build needs, without the JSON serializer, which would take longer to load than the rest of a
/// build without changes.
/// </summary>
internal static class SavedJson
{
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what was saved; null for a truncated or damaged file, or one from another version or tool.</summary>
    public static T? Read<T>(byte[] saved, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(saved);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <exception cref="FormatException">The element is null.</exception>
    public static string Text(JsonElement element) => element.GetString() ?? throw new FormatException();
}

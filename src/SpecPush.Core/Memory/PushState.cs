using System.Collections.Immutable;
using static SpecPush.Memory.SavedJson;

namespace SpecPush.Memory;

/// <summary>The saved state of the pushes to one endpoint, repository and branch. The token cannot be derived from it.</summary>
internal sealed record PushState
{
    private const int Format = 1;

    /// <summary>The requests that the server accepted in the last push.</summary>
    public ImmutableArray<string> Fingerprints { get; init; } = [];

    public DateTimeOffset PushedAt { get; init; }

    /// <summary>The features whose references this checkout has sent, each with one of their ACIDs; null before the first success.</summary>
    public ImmutableDictionary<string, string>? SentFeatures { get; init; }

    /// <summary>The time of the last temporary failure; null after a success.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    public byte[] Save() => Write(json =>
    {
        json.WriteNumber("format", Format);
        json.WriteStartArray("fingerprints");
        foreach (var fingerprint in Fingerprints)
        {
            json.WriteStringValue(fingerprint);
        }

        json.WriteEndArray();
        json.WriteString("pushedAt", PushedAt);
        if (SentFeatures is not null)
        {
            json.WriteStartObject("sentFeatures");
            foreach (var (feature, acid) in SentFeatures)
            {
                json.WriteString(feature, acid);
            }

            json.WriteEndObject();
        }

        if (FailedAt is { } failedAt)
        {
            json.WriteString("failedAt", failedAt);
        }
    });

    /// <summary>Reads what <see cref="Save"/> returned; null for anything else.</summary>
    public static PushState? Load(byte[] saved) => Read(saved, static state => state.GetProperty("format").GetInt32() == Format
        ? new PushState
        {
            Fingerprints = [.. state.GetProperty("fingerprints").EnumerateArray().Select(Text)],
            PushedAt = state.GetProperty("pushedAt").GetDateTimeOffset(),
            SentFeatures = state.TryGetProperty("sentFeatures", out var sent)
                ? sent.EnumerateObject().ToImmutableDictionary(static feature => feature.Name, static feature => Text(feature.Value))
                : null,
            FailedAt = state.TryGetProperty("failedAt", out var failedAt) ? failedAt.GetDateTimeOffset() : null,
        }
        : null);
}

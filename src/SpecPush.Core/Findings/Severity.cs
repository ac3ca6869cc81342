using System.Text.Json.Serialization;

namespace SpecPush.Findings;

/// <summary>How much a finding matters. The order is by weight, so that findings can be sorted and compared.</summary>
public enum Severity
{
    /// <summary>Worth knowing; a clean repository may have it.</summary>
    [JsonStringEnumMemberName("message")]
    Message,

    /// <summary>Something is probably not as intended; the push went on.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Something was left out of the push, or the push failed.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}

using System.Collections.Concurrent;
using System.Text.Json.Serialization;

namespace SpecPush.Findings;

/// <summary>Something a user should know about specs, references, checkout, settings or the API.</summary>
/// <param name="Code">Stable, <c>SPUSHnnnn</c>; explained in <c>docs/findings.md</c>.</param>
/// <param name="Severity">The default; hosts apply the severities that users configure.</param>
/// <param name="Message">One sentence: what is wrong and what to do. May quote untrusted text; every renderer escapes it.</param>
/// <param name="Location">Null when the finding is not about a file.</param>
public sealed record Finding(string Code, Severity Severity, string Message, SourceLocation? Location = null)
{
    private const string Documentation = "https://github.com/specpush/specpush/blob/main/docs/findings.md";

    // A report can have thousands of findings, but of few codes.
    private static readonly ConcurrentDictionary<string, string> Links = new(StringComparer.Ordinal);

    /// <summary>The paragraph that explains <see cref="Code"/>.</summary>
    public string HelpLink => LinkTo(Code);

    /// <summary>The paragraph that explains a finding or a reason for not pushing.</summary>
    internal static string LinkTo(string code) => Links.GetOrAdd(code, static code => $"{Documentation}#{code.ToLowerInvariant()}");
}

/// <summary>A place in the repository.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Line">From 1; 0 means the file as a whole.</param>
/// <param name="Column">From 1; 0 means the line as a whole.</param>
public sealed record SourceLocation(string Path, int Line = 0, int Column = 0);

/// <summary>How serious a finding is, in ascending order.</summary>
public enum Severity
{
    /// <summary>Worth knowing; a clean repository may have some.</summary>
    [JsonStringEnumMemberName("message")]
    Message,

    /// <summary>Something is probably not as intended; the push continues.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Something was left out of the push, or the push failed.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}

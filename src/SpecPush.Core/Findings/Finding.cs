namespace SpecPush.Findings;

/// <summary>Something a user should know about specs, references, checkout, settings or the API.</summary>
/// <param name="Code">Stable, <c>SPUSHnnnn</c>; explained in <c>docs/findings.md</c>.</param>
/// <param name="Severity">As the core judges it; a front end may lower or raise it as its users asked.</param>
/// <param name="Message">One sentence: what is wrong and what to do. May quote untrusted text; every renderer escapes it.</param>
/// <param name="Location">Where, if there is a place.</param>
public sealed record Finding(string Code, Severity Severity, string Message, SourceLocation? Location = null)
{
    private const string Documentation = "https://github.com/specpush/specpush/blob/main/docs/findings.md";

    /// <summary>The paragraph that explains <see cref="Code"/>.</summary>
    public string HelpLink => $"{Documentation}#{Code.ToLowerInvariant()}";
}

using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>The findings about a run as a whole.</summary>
internal static class RunFindings
{
    public static Finding MissingToken(SettingSpelling spelling) => new("SPUSH5009", Severity.Error,
        $"Mode is Push, but {spelling["api-token"]} is not set; set it to a token from the server. On a developer's machine, the token can also be in the file .env in the repository's root.");

    public static Finding Busy(TimeSpan waited, Severity severity) => new("SPUSH3051", severity,
        $"Another build of this checkout has been pushing for {(int)waited.TotalSeconds} seconds, so this one did not; build again when it is done.");

    public static Finding CannotPush(NotPushedReason missing) => new("SPUSH3052", Severity.Error,
        $"Mode is Push, but {missing.Text}.");

    public static Finding Unexpected(string kind, string message) => new("SPUSH5099", Severity.Error,
        $"SpecPush failed unexpectedly ({kind}: {message.TrimEnd('.')}), so it may not have pushed everything; please report this.");
}

/// <summary>Turns an unexpected exception into a finding without secrets.</summary>
public static class UnexpectedFailure
{
    /// <summary>Creates the finding, which never quotes the token.</summary>
    public static Finding From(Exception exception, EnvironmentVariables environment)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(environment);
        var finding = RunFindings.Unexpected(exception.GetType().Name, exception.Message);
        return new Redaction(environment[ApiToken.Variable]?.Trim()).Apply(finding);
    }
}

using SpecPush.Findings;

namespace SpecPush.Settings;

/// <summary>The token, which is only ever read from the environment.</summary>
/// <param name="Text">Null when the variable is unset or not a valid token.</param>
/// <param name="Finding">Why the variable's value cannot be a token.</param>
internal readonly record struct ApiToken(string? Text, Finding? Finding)
{
    public const string Variable = "ACAI_API_TOKEN";

    public static ApiToken Read(EnvironmentVariables environment, SettingSpelling spelling)
    {
        // Secret stores often add a line end.
        var token = environment[Variable]?.Trim();
        return token is not null && token.Any(static character => character is <= ' ' or > '~')
            ? new ApiToken(null, SettingsFindings.MalformedToken(spelling))
            : new ApiToken(token, null);
    }

    /// <summary>Keeps the text out of debuggers, logs and messages, which would show a record's members.</summary>
    public override string ToString() => nameof(ApiToken);
}

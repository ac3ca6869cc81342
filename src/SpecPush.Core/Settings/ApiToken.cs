using SpecPush.Findings;

namespace SpecPush.Settings;

/// <summary>The token: from the environment, and from nowhere else.</summary>
/// <param name="Text">Null when there is none that could be sent.</param>
/// <param name="Finding">Why what is there cannot be sent.</param>
internal readonly record struct ApiToken(string? Text, Finding? Finding)
{
    public const string Variable = "ACAI_API_TOKEN";

    public static ApiToken Read(EnvironmentVariables environment, SettingSpelling spelling)
    {
        // Secret stores like to add a line end.
        var token = environment[Variable]?.Trim();
        return token is not null && token.Any(static character => character is <= ' ' or > '~')
            ? new ApiToken(null, SettingsFindings.MalformedToken(spelling))
            : new ApiToken(token, null);
    }

    /// <summary>The text is left out of what a debugger, a log or a message shows of a record.</summary>
    public override string ToString() => nameof(ApiToken);
}

using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>The token: from the environment, and from nowhere else.</summary>
internal static class ApiToken
{
    public const string Variable = "ACAI_API_TOKEN";

    /// <summary>The token, or why there is none that could be sent.</summary>
    public static (string? Token, Finding? Finding) Read(EnvironmentVariables environment)
    {
        // Secret stores like to add a line end.
        var token = environment[Variable]?.Trim();
        return token is not null && token.Any(static character => character is <= ' ' or > '~')
            ? (null, RunFindings.MalformedToken())
            : (token, null);
    }
}

using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>Turns an exception that nobody foresaw into a finding without secrets.</summary>
public static class UnexpectedFailure
{
    /// <summary>The finding; it never quotes the token.</summary>
    public static Finding Of(Exception exception, EnvironmentVariables environment)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(environment);
        var finding = RunFindings.Unexpected(exception.GetType().Name, exception.Message);
        return finding.Without(environment[ApiToken.Variable]?.Trim());
    }
}

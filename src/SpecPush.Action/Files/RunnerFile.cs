using System.Text;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Actions.Files;

/// <summary>A file that the runner reads after the step, named by an environment variable.</summary>
internal static class RunnerFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Returns null, or a finding that says what went wrong. Does nothing if the variable is not set.</summary>
    public static Finding? Append(EnvironmentVariables environment, string variable, string text)
    {
        if (environment[variable] is not { } path)
        {
            return null;
        }

        try
        {
            File.AppendAllText(path, text, Utf8);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return ActionFindings.FileNotWritten(variable, exception.Message);
        }
    }
}

using System.Collections;
using SpecPush.Settings;

namespace SpecPush.Tool;

/// <summary>The only place that accesses the environment of the process.</summary>
internal static class ProcessEnvironment
{
    /// <summary>Copies the environment, then removes the token from it, so that git does not inherit the token.</summary>
    public static EnvironmentVariables Take()
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>();
        var copy = new EnvironmentVariables(variables.Select(static variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value ?? "")));
        Environment.SetEnvironmentVariable(ApiToken.Variable, null);
        return copy;
    }
}

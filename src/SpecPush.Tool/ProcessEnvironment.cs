using System.Collections;
using SpecPush.Settings;

namespace SpecPush.Tool;

/// <summary>The only place that touches the environment of the process.</summary>
internal static class ProcessEnvironment
{
    /// <summary>A copy of the environment. The token stays in the copy: git does not inherit it.</summary>
    public static EnvironmentVariables Take()
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>();
        var copy = new EnvironmentVariables(variables.Select(static variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value ?? "")));
        Environment.SetEnvironmentVariable(ApiToken.Variable, null);
        return copy;
    }
}

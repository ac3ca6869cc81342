using System.Collections;
using SpecPush.Settings;

namespace SpecPush.MSBuild;

/// <summary>The only place that reads the environment. The token comes from here, not from a property or task parameter.</summary>
internal static class ProcessEnvironment
{
    public static EnvironmentVariables Read() => new(
        Environment.GetEnvironmentVariables() // The only reader of the process environment; everything else gets this copy.
            .Cast<DictionaryEntry>()
            .Select(static variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value ?? "")));
}

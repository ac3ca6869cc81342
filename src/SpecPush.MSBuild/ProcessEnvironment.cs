using System.Collections;
using SpecPush.Settings;

namespace SpecPush.MSBuild;

/// <summary>The only place that reads the environment; the token is in it, which is why no property or task parameter names it.</summary>
internal static class ProcessEnvironment
{
    public static EnvironmentVariables Read() => new(
        Environment.GetEnvironmentVariables() // The one reader of the process environment; everything else gets this copy.
            .Cast<DictionaryEntry>()
            .Select(static variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value ?? "")));
}

using System.Collections;
using SpecPush.Settings;

namespace SpecPush.Actions;

/// <summary>The only place that accesses the environment of the process.</summary>
internal static class ProcessEnvironment
{
    private static readonly string[] Secrets = ["INPUT_API-TOKEN", "INPUT_GITHUB-TOKEN", "ACAI_API_TOKEN", "GITHUB_TOKEN"];

    /// <summary>Copies the environment, then removes the secrets from it, so that child processes do not inherit them.</summary>
    public static EnvironmentVariables Take()
    {
        var variables = new EnvironmentVariables(
            Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(static variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value ?? "")));
        foreach (var secret in Secrets)
        {
            Environment.SetEnvironmentVariable(secret, null);
        }

        return variables;
    }
}

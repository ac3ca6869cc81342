using SpecPush.Settings;

namespace SpecPush.Checkout;

/// <summary>
/// TeamCity writes a build's branch to a properties file instead of a variable: TEAMCITY_BUILD_PROPERTIES_FILE names one file, which
/// names another with the configuration's parameters.
/// </summary>
internal static class TeamCity
{
    private const string ConfigurationFile = "teamcity.configuration.properties.file";
    private const string DefaultBranch = "<default>";

    public static CiVariables Read(EnvironmentVariables variables, Func<string, string> readFile)
    {
        var properties = ReadProperties(variables["TEAMCITY_BUILD_PROPERTIES_FILE"], readFile);
        if (properties.TryGetValue(ConfigurationFile, out var configuration))
        {
            foreach (var (name, value) in ReadProperties(configuration, readFile))
            {
                properties.TryAdd(name, value);
            }
        }

        var branch = variables["Git_Branch"] ?? variables["BUILD_GIT_BRANCH"] ?? Find("teamcity.build.branch");
        var isPullRequest = branch?.StartsWith("pull/", StringComparison.Ordinal) == true;
        return new CiVariables
        {
            Repository = Find("vcsroot.url"),
            Commit = variables["BUILD_VCS_NUMBER"],
            Branch = branch is null or DefaultBranch ? Find("vcsroot.branch") : branch,
            DefaultBranch = Find("vcsroot.branch"),
            PullRequest = Find("teamcity.pullRequest.number") ?? (isPullRequest ? branch : null),
            SourceBranch = Find("teamcity.pullRequest.source.branch"),
            TargetBranch = Find("teamcity.pullRequest.target.branch"),
        };

        string? Find(string name) => properties.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
    }

    // If it cannot be read, settings and git may still provide the values.
    private static Dictionary<string, string> ReadProperties(string? path, Func<string, string> readFile)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (path is null)
        {
            return properties;
        }

        try
        {
            foreach (var line in readFile(path).Split('\n', StringSplitOptions.TrimEntries))
            {
                if (!line.StartsWith('#') && line.IndexOf('=', StringComparison.Ordinal) is > 0 and var separator)
                {
                    properties[line[..separator].Trim()] = Unescape(line[(separator + 1)..].Trim());
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
        }

        return properties;
    }

    /// <summary>Java escapes colons, equals signs and backslashes in values with a backslash (java.util.Properties, store).</summary>
    private static string Unescape(string value) => string.Join('\\', value.Split(@"\\").Select(static part => part.Replace(@"\", "", StringComparison.Ordinal)));
}

using SpecPush.Settings;

namespace SpecPush.Actions.Files;

/// <summary>Where the JSON report is, in this container and for the steps after it.</summary>
/// <param name="Path">Absolute path in this container.</param>
/// <param name="Output">The path for later steps: relative to the runner's temporary folder or to the workspace, whichever the file is in.</param>
internal sealed record ReportPlace(string Path, string Output)
{
    private const string DefaultName = "specpush-report.json";

    /// <summary>Null if the user set no path and the container has no temporary folder of the runner.</summary>
    /// <param name="environment">The environment of the process.</param>
    /// <param name="workspace">Absolute path of the workspace.</param>
    /// <param name="asked">The user's path; null for the runner's temporary folder, where the file does not disturb other tools.</param>
    public static ReportPlace? Find(EnvironmentVariables environment, string workspace, string? asked)
    {
        var temporary = environment["RUNNER_TEMP"];
        if (asked is null)
        {
            // Some runners name a folder that they do not mount in the container (actions/runner#1984).
            return !Directory.Exists(temporary) ? null : new ReportPlace(System.IO.Path.Combine(temporary, DefaultName), DefaultName);
        }

        var path = System.IO.Path.GetFullPath(asked, workspace);
        return new ReportPlace(path, temporary is not null && Below(temporary, path) is { } name ? name : System.IO.Path.GetRelativePath(workspace, path));
    }

    private static string? Below(string folder, string path) =>
        System.IO.Path.GetRelativePath(folder, path) is var relative && relative != path && !relative.StartsWith("..", StringComparison.Ordinal) ? relative : null;
}

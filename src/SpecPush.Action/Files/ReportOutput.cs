using SpecPush.Findings;
using SpecPush.Reporting;

namespace SpecPush.Actions.Files;

/// <summary>Writes the report to a file that steps of other users can change.</summary>
/// <param name="workspace">Absolute path of the workspace.</param>
/// <param name="path">The file's path, absolute or relative to the workspace.</param>
internal sealed class ReportOutput(string workspace, string path)
{
    // The container runs as root, but later steps and the runner's clean-up do not.
    private const UnixFileMode AnyUser =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private const UnixFileMode FolderOfAnyUser = AnyUser | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Returns the report, with a finding if it could not be written for every user.</summary>
    public Report Write(Report report, Action<Stream, Report> form)
    {
        var file = Path.GetFullPath(path, workspace);
        var folders = MissingFolders(file);
        var written = ReportFile.Write(report, workspace, path, form);
        if (!ReferenceEquals(written, report))
        {
            // It could not be written, so what may be there belongs to somebody else.
            return written;
        }

        try
        {
            Share(file, folders);
            return written;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return written with { Findings = FindingOrder.Sort([.. written.Findings, ActionFindings.FileNotShared(path, exception.Message)]) };
        }
    }

    private static void Share(string file, List<string> folders)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(file, AnyUser);
        foreach (var created in folders)
        {
            File.SetUnixFileMode(created, FolderOfAnyUser);
        }
    }

    private static List<string> MissingFolders(string file)
    {
        var missing = new List<string>();
        for (var folder = Path.GetDirectoryName(file); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        return missing;
    }
}

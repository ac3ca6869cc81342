using SpecPush.Reporting;
using SpecPush.Run;

namespace SpecPush.Action.Files;

/// <summary>A file in the workspace that the report is written to.</summary>
/// <param name="workspace">Absolute path of the workspace.</param>
/// <param name="path">The file's path as the user wrote it.</param>
internal sealed class ReportOutput(string workspace, string path)
{
    // The container runs as root; the steps after it, and who cleans the workspace up, do not.
    private const UnixFileMode OfAnyUser =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private const UnixFileMode FolderOfAnyUser = OfAnyUser | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly string _file = Path.GetFullPath(path, workspace);

    /// <summary>Relative to the workspace, where the next steps start.</summary>
    public string RelativePath => Path.GetRelativePath(workspace, _file);

    /// <summary>The report, with a finding more where it could not be written.</summary>
    public Report Write(Report report, Func<Report, byte[]> serialize)
    {
        var folders = MissingFolders();
        var written = ReportFile.Write(report, workspace, _file, serialize);
        if (!OperatingSystem.IsWindows() && File.Exists(_file))
        {
            File.SetUnixFileMode(_file, OfAnyUser);
            foreach (var created in folders)
            {
                File.SetUnixFileMode(created, FolderOfAnyUser);
            }
        }

        return written;
    }

    private List<string> MissingFolders()
    {
        var missing = new List<string>();
        for (var folder = Path.GetDirectoryName(_file); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        return missing;
    }
}

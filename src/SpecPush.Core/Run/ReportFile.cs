using SpecPush.Reporting;
using SpecPush.Storage;

namespace SpecPush.Run;

/// <summary>The report as a file for other tools.</summary>
internal static class ReportFile
{
    /// <summary>The report, with a finding more where it could not be written.</summary>
    public static Report Write(Report report, string root, string path)
    {
        try
        {
            AtomicFile.Write(Path.GetFullPath(path, root), ReportJson.Serialize(report));
            return report;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return report with { Findings = FindingOrder.Sort([.. report.Findings, RunFindings.ReportNotWritten(path, exception.Message)]) };
        }
    }
}

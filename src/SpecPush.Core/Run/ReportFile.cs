using SpecPush.Reporting;
using SpecPush.Reporting.Sarif;
using SpecPush.Settings;
using SpecPush.Storage;

namespace SpecPush.Run;

/// <summary>The report as files for other tools.</summary>
internal static class ReportFile
{
    /// <summary>Writes the files that the settings name; the report, with a finding more for each that could not be written.</summary>
    public static Report WriteAll(Report report, string root, PushSettings settings)
    {
        report = settings.Sarif is { } sarif ? WriteSarif(report, root, sarif) : report;
        return settings.Report is { } json ? Write(report, root, json) : report;
    }

    /// <summary>The report, with a finding more where it could not be written.</summary>
    public static Report Write(Report report, string root, string path) => Write(report, root, path, ReportJson.Serialize);

    /// <inheritdoc cref="Write(Report, string, string)"/>
    public static Report WriteSarif(Report report, string root, string path) => Write(report, root, path, SarifWriter.Serialize);

    private static Report Write(Report report, string root, string path, Func<Report, byte[]> serialize)
    {
        try
        {
            AtomicFile.Write(Path.GetFullPath(path, root), serialize(report));
            return report;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return report with { Findings = FindingOrder.Sort([.. report.Findings, RunFindings.ReportNotWritten(path, exception.Message)]) };
        }
    }
}

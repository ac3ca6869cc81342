using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.Reporting.Html;
using SpecPush.Reporting.Sarif;
using SpecPush.Settings;

namespace SpecPush.Reporting;

/// <summary>The report as files for other tools and for people.</summary>
internal static class ReportFile
{
    /// <summary>Writes the report in every form that has a path; the report, with the findings that writing added.</summary>
    /// <param name="report">The report.</param>
    /// <param name="paths">Where to.</param>
    /// <param name="write">Writes the report to one path, with the function that makes its bytes.</param>
    public static Report WriteAll(Report report, ReportPaths paths, Func<Report, string, Func<Report, byte[]>, Report> write)
    {
        (string? Path, Func<Report, byte[]> Serialize)[] files =
        [
            (paths.Html, HtmlReport.Serialize),
            (paths.Badge, CoverageBadge.Serialize),
            (paths.Sarif, SarifWriter.Serialize),
            (paths.Json, ReportJson.Serialize),
        ];
        return files.Aggregate(report, (current, file) => file.Path is null ? current : write(current, file.Path, file.Serialize));
    }

    /// <summary>The report, with a finding more where it could not be written.</summary>
    public static Report Write(Report report, string root, string path, Func<Report, byte[]> serialize)
    {
        try
        {
            AtomicFile.Write(Path.GetFullPath(path, root), serialize(report));
            return report;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever is wrong with one file, the push was made, and everything else is still to be shown.
            return report with { Findings = FindingOrder.Sort([.. report.Findings, ReportFindings.NotWritten(path, exception.Message)]) };
        }
    }
}

/// <summary>What can be said about the report itself.</summary>
internal static class ReportFindings
{
    public static Finding NotWritten(string path, string reason) => new("SPUSH5011", Severity.Warning,
        $"The report could not be written to {path}: {reason}");
}

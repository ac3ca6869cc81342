using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.Reporting.Html;
using SpecPush.Reporting.Sarif;
using SpecPush.Settings;

namespace SpecPush.Reporting;

/// <summary>Writes the report to files, for other tools and for people.</summary>
internal static class ReportFile
{
    /// <summary>Writes the report in every form that has a path, and returns it with a finding for each failure.</summary>
    /// <param name="report">The report.</param>
    /// <param name="paths">The path of each form.</param>
    /// <param name="write">Writes the report to one path in the given form.</param>
    public static Report WriteAll(Report report, ReportPaths paths, Func<Report, string, Action<Stream, Report>, Report> write)
    {
        (string? Path, Action<Stream, Report> Form)[] files =
        [
            (paths.Html, static (stream, report) => stream.Write(HtmlReport.Serialize(report))),
            (paths.Badge, static (stream, report) => stream.Write(CoverageBadge.Serialize(report))),
            (paths.Sarif, static (stream, report) => stream.Write(SarifWriter.Serialize(report))),
            (paths.Json, ReportJson.Write),
        ];
        return files.Aggregate(report, (current, file) => file.Path is null ? current : write(current, file.Path, file.Form));
    }

    /// <summary>Writes one file, and returns the report with a finding if that failed.</summary>
    public static Report Write(Report report, string root, string path, Action<Stream, Report> form)
    {
        try
        {
            AtomicFile.Write(OutputPath.Resolve(path, root), stream => form(stream, report));
            return report;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The push was made, and everything else must still be shown, whatever is wrong with one file.
            return report with { Findings = FindingOrder.Sort([.. report.Findings, ReportFindings.NotWritten(path, exception.Message)]) };
        }
    }
}

/// <summary>The findings about the report itself.</summary>
internal static class ReportFindings
{
    public static Finding NotWritten(string path, string reason) => new("SPUSH5011", Severity.Warning,
        $"The report could not be written to {path}: {reason}");
}

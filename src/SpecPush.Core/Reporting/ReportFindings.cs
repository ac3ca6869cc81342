using SpecPush.Findings;

namespace SpecPush.Reporting;

/// <summary>What can be said about the report itself.</summary>
internal static class ReportFindings
{
    public static Finding NotWritten(string path, string reason) => new("SPUSH5011", Severity.Warning,
        $"The report could not be written to {path}: {reason}");
}

using SpecPush.Findings;

namespace SpecPush.Reporting;

/// <summary>Takes the token out of a report, before anything is written or shown.</summary>
internal static class ReportRedaction
{
    public static Report Without(this Report report, string? token) => report with
    {
        Reason = report.Reason?.Without(token),
        Findings = [.. report.Findings.Select(finding => finding.Without(token))],
        Results =
        [
            .. report.Results.Select(result => result with
            {
                Product = result.Product?.Without(token),
                Implementation = result.Implementation?.Without(token),
                BranchId = result.BranchId?.Without(token),
                Warnings = [.. result.Warnings.Select(warning => warning.Without(token))],
            }),
        ],
    };
}

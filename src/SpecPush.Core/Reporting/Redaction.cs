namespace SpecPush.Reporting;

/// <summary>Takes the token out of a report: a server may quote it in an answer, and then it would stand in a build log.</summary>
internal static class Redaction
{
    // A shorter one is nobody's secret, and would tear words apart.
    private const int ShortestToken = 4;

    public static Report Without(this Report report, string? token) => token is not { Length: >= ShortestToken } ? report : report with
    {
        Reason = Clean(report.Reason, token),
        Findings = [.. report.Findings.Select(finding => finding.Without(token))],
        Results = [.. report.Results.Select(result => result with
        {
            Product = Clean(result.Product, token),
            Implementation = Clean(result.Implementation, token),
            BranchId = Clean(result.BranchId, token),
            Warnings = [.. result.Warnings.Select(warning => Clean(warning, token)!)],
        })],
    };

    public static Finding Without(this Finding finding, string? token) =>
        token is not { Length: >= ShortestToken } ? finding : finding with { Message = Clean(finding.Message, token)! };

    private static string? Clean(string? text, string token) => text?.Replace(token, "***", StringComparison.OrdinalIgnoreCase);
}

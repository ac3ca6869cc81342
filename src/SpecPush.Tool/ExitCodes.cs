using SpecPush.Reporting;

namespace SpecPush.Tool;

/// <summary>The exit codes, described in <c>docs/tool.md</c>.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    public const int Failure = 1;

    public const int Usage = 2;

    public const int Outage = 3;

    // Temporary failures, which another attempt may not meet. Keep in step with MSBuildWarningsNotAsErrors in SpecPush.MSBuild.targets.
    private static readonly string[] Outages = "SPUSH3051;SPUSH4051;SPUSH4052;SPUSH4053;SPUSH4054;SPUSH4055;SPUSH4056".Split(';');

    public static int From(Report report, FailOn failOn)
    {
        if (!report.IsFailure(failOn))
        {
            return Success;
        }

        var lasting = report with { Findings = [.. report.Findings.Where(static finding => !Outages.Contains(finding.Code))] };
        return lasting.IsFailure(failOn) ? Failure : Outage;
    }
}

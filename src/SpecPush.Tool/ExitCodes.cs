using SpecPush.Reporting;

namespace SpecPush.Tool;

/// <summary>The exit codes; <c>docs/tool.md</c> describes them.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    public const int Failure = 1;

    public const int Usage = 2;

    public const int Outage = 3;

    // What another attempt may not meet: see MSBuildWarningsNotAsErrors in SpecPush.MSBuild.targets.
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

using SpecPush.Findings;

namespace SpecPush.Reporting;

/// <summary>The least severity of a finding that fails a run.</summary>
internal enum FailOn
{
    /// <summary>An error.</summary>
    Error,

    /// <summary>A warning or an error.</summary>
    Warning,

    /// <summary>Nothing.</summary>
    Never,
}

/// <summary>Whether a run has failed in the eyes of its user.</summary>
internal static class Failure
{
    public static bool IsFailure(this Report report, FailOn failOn) => failOn switch
    {
        FailOn.Error => report.Findings.Any(static finding => finding.Severity == Severity.Error),
        FailOn.Warning => report.Findings.Any(static finding => finding.Severity >= Severity.Warning),
        _ => false,
    };
}

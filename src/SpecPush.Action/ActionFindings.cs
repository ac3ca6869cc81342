using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Actions;

/// <summary>The action's own findings.</summary>
internal static class ActionFindings
{
    public static Finding NoCheckout() => new("SPUSH3060", Severity.Error,
        "There is no repository in the workspace, so nothing was checked; add a step with actions/checkout before this one.");

    public static Finding SeveralCheckouts(ImmutableArray<string> folders) => new("SPUSH3061", Severity.Error,
        $"There are several repositories in the workspace ({string.Join(", ", folders.Take(5))}), so nothing was checked; check out the one to push without path, or in a separate job.");

    public static Finding CheckRunNotMade(string reason, Severity severity) => new("SPUSH5030", severity,
        $"The check run with all findings could not be created ({reason}); the log, the summary and the report have them. It needs the permission checks: write, or set check-run to false.");

    public static Finding CommentNotMade(string reason, Severity severity) => new("SPUSH5033", severity,
        $"The comment on the pull request could not be created ({reason}); the summary has the same content. It needs the permission pull-requests: write, which pull requests of forks do not get.");

    public static Finding FileNotShared(string path, string reason) => new("SPUSH5032", Severity.Warning,
        $"{path} was written, but later steps that run as another user may not be able to change or remove it: {reason}");

    public static Finding FileNotWritten(string name, string reason) => new("SPUSH5031", Severity.Warning,
        $"The file that {name} names could not be written: {reason}");
}

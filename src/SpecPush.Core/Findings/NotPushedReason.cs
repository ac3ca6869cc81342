namespace SpecPush.Findings;

/// <summary>Why a run did not push. Every reason is created here and explained in <c>docs/findings.md</c> under its code.</summary>
/// <param name="Code">Stable, <c>SPUSH31nn</c>.</param>
/// <param name="Text">The end of the sentence.</param>
/// <param name="Start">The start of the sentence: how far the run got.</param>
public sealed record NotPushedReason(string Code, string Text, string Start = NotPushedReason.Checked)
{
    private const string Checked = "checked, not pushed: ";
    private const string NothingDone = "nothing was done, because ";
    private const string NotSent = "not pushed: ";

    /// <summary>The whole sentence, without a full stop.</summary>
    public string Sentence => Start + Text;

    internal static NotPushedReason ModeIsOff(string mode) => new("SPUSH3100", $"{mode} is Off", NothingDone);

    internal static NotPushedReason ModeIsCheck(string mode) => new("SPUSH3101", $"{mode} is Check");

    internal static NotPushedReason WrongSetting { get; } = new("SPUSH3102", "a setting is wrong", NothingDone);

    internal static NotPushedReason NothingToPush { get; } = new("SPUSH3103", "there is nothing to push");

    internal static NotPushedReason NoToken(string token) => new("SPUSH3104", $"{token} is not set");

    internal static NotPushedReason InvalidToken(string token) => new("SPUSH3105", $"{token} is not a valid token");

    internal static NotPushedReason NoCommit { get; } = new("SPUSH3106", "there is no commit yet");

    internal static NotPushedReason NoBranch { get; } = new("SPUSH3107", "the branch is not known");

    internal static NotPushedReason NoRepository { get; } =
        new("SPUSH3108", "the repository's address is not known; neither a remote named origin nor the CI system names it");

    internal static NotPushedReason DetachedHead { get; } = new("SPUSH3109", "HEAD is detached, so the branch is not known");

    internal static NotPushedReason OtherCommit(string headCommit, string pushedCommit) =>
        new("SPUSH3110", $"{headCommit[..7]} is checked out instead of {pushedCommit[..7]}");

    internal static NotPushedReason ExcludedBranch(string branches, string branch) => new("SPUSH3111", $"{branches} excludes the branch {branch}");

    internal static NotPushedReason Behind(string branch, int commits) =>
        new("SPUSH3112", $"{branch} is {OneLine.Count(commits, "commit")} behind its upstream; pull first");

    internal static NotPushedReason Uncommitted(string path, int others) =>
        new("SPUSH3113", $"{path}{(others == 0 ? " is" : $" and {others} more are")} not committed");

    internal static NotPushedReason NoCheckout { get; } = new("SPUSH3114", "there is no checkout", NothingDone);

    internal static NotPushedReason Collected(int projects, string path) =>
        new("SPUSH3115", $"collected the references of {OneLine.Count(projects, "project")} in {path}", "");

    internal static NotPushedReason Tag(string tag) => new("SPUSH3120", $"{tag} is a tag");

    internal static NotPushedReason MergeQueue { get; } = new("SPUSH3121", "this is a merge queue");

    internal static NotPushedReason Fork { get; } = new("SPUSH3122", "this is a pull request from a fork");

    internal static NotPushedReason MaybeFork(string branch) =>
        new("SPUSH3123", $"this pull request may be from a fork, because its source branch has the name of the default branch, {branch}");

    internal static NotPushedReason WorkflowOfFork { get; } = new("SPUSH3124", "the workflow ran for a fork");

    internal static NotPushedReason UnknownSourceBranch { get; } = new("SPUSH3125", "the source branch of this pull request is not known");

    internal static NotPushedReason BranchMovedOn(string branch, string tip, string commit) =>
        new("SPUSH3126", $"{branch} is now at {tip[..7]}, so this repeated run for {commit[..7]} is out of date");

    internal static NotPushedReason EarlierProjectFailed { get; } = new("SPUSH3130", "an earlier project of this build could not push", NotSent);

    internal static NotPushedReason FailedJustNow { get; } = new("SPUSH3131", "the last push failed less than a minute ago", NotSent);

    internal static NotPushedReason Incomplete { get; } = new("SPUSH3132", "not everything was pushed", "");

    internal static NotPushedReason Unchanged(string branch) => new("SPUSH3133", $"nothing has changed since {branch} was pushed", "");
}

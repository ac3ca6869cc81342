using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Checkout;

/// <summary>The findings about the checkout.</summary>
internal static class CheckoutFindings
{
    public static Finding GitMissing() => new("SPUSH3001", Severity.Error,
        "This is a git repository, but the program git was not found; install git, or put it on the PATH.");

    public static Finding Unusable(string root, string reason) => new("SPUSH3002", Severity.Error,
        $"git cannot read the repository at {root}, so nothing was checked; repair or clone it again, or remove its .git ({Shorten(reason)}).");

    public static Finding GitTooOld(string reason) => new("SPUSH3008", Severity.Error,
        $"This git does not know an option that SpecPush needs; install git 2.30 or newer ({Shorten(reason)}).");

    public static Finding MergeCommit(string provider) => new("SPUSH3003", Severity.Message,
        "The merge commit of this pull request is checked out, not its head, so line numbers may differ and references are merged; "
        + (provider == GitHubActions.Provider ? "check out with ref: ${{ github.event.pull_request.head.sha }}." : "check out the source branch itself."));

    public static Finding UnreadableEvent(string reason) => new("SPUSH3004", Severity.Warning,
        $"The event file that GITHUB_EVENT_PATH names cannot be read ({Shorten(reason)}), so the pull request's head is not known.");

    public static Finding UnknownCommit(string commit) => new("SPUSH3005", Severity.Error,
        $"'{Shorten(commit)}' is not a commit of this checkout; use all 40 hexadecimal digits of a commit.");

    public static Finding InvalidRepoUri(string value) => new("SPUSH3006", Severity.Error,
        $"'{Shorten(value)}' is not a repository; write it like github.com/owner/repo.");

    public static Finding InvalidBranch(string value) => new("SPUSH3007", Severity.Error,
        $"'{Shorten(value)}' is not a branch name that the server accepts; use 1 to 255 characters.");

    public static Finding ForeignCheckout() => new("SPUSH3009", Severity.Warning,
        "A fork's commit is checked out in a workflow with this repository's permissions and secrets, and building or running its code would expose them; check pull requests of forks with the event pull_request.");

    public static Finding WrongCommit(OtherCheckout checkout, Severity severity, SettingSpelling spelling) => new("SPUSH3011", severity,
        $"Nothing was pushed, because {checkout.Reason.Text}; "
        + (checkout.CheckoutReference is { } reference ? $"set in actions/checkout: ref: {reference}" : $"check out {checkout.PushedCommit}")
        + $", or set {spelling["commit"]} to the commit to push.");

    public static Finding ShallowClone(int specs) => new("SPUSH3010", Severity.Message,
        $"This clone is too shallow to show the last commit of {OneLine.Count(specs, "spec")}, so the pushed commit is used instead; check out the whole history (fetch-depth: 0).");

    public static Finding UnreadableHistory(int specs, string reason) => new("SPUSH3015", Severity.Message,
        $"This clone lacks the commits or folders that show the last commit of {OneLine.Count(specs, "spec")}, so the pushed commit is used instead; if it is a partial clone, clone without the filter tree:0 (git says: {Shorten(reason)}).");

    public static Finding StateNotWritten(string path, string reason) => new("SPUSH3050", Severity.Message,
        $"SpecPush could not save its state in {path}, so the next build will do this work again: {reason}");

    private static string Shorten(string text) => OneLine.From(text, 200);
}

/// <summary>The checkout cannot be used at all.</summary>
internal sealed class CheckoutException(Finding finding) : Exception(finding.Message)
{
    public Finding Finding { get; } = finding;
}

using System.Collections.Immutable;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Checkout;

/// <summary>Decides repository, branch and commit: from a setting, else an <c>ACAI_</c> variable, else the CI system, else git.</summary>
internal static class PushContextResolver
{
    public static async Task<ContextResolution> ResolveAsync(
        IRepository repository, RepositoryStatus status, EnvironmentVariables environment, ContextSettings settings, CancellationToken cancellationToken)
    {
        var ci = CiSystems.Read(environment, RegularFile.ReadAllText);
        if (ci is not null && status.IsSubmodule)
        {
            // The CI system builds the outer repository and knows nothing of this one.
            ci = new CiFacts(ci.Provider);
        }

        var parents = ci is { PullRequest: not null } or { IsMergeOfPullRequest: true } ? await repository.ReadHeadParentsAsync(cancellationToken) : [];

        var branch = First(("setting", settings.Branch), ("ACAI_BRANCH", environment["ACAI_BRANCH"]), (ci?.Provider, ci?.Branch), ("git", ci?.CheckOnly is null ? status.HeadBranch : null));
        var commit = First(("setting", settings.Commit), ("ACAI_COMMIT", environment["ACAI_COMMIT"]), (ci?.Provider, await FindHeadAsync(ci, repository, parents, status.HeadCommit, cancellationToken)), ("git", status.HeadCommit));
        var uri = First(("setting", settings.RepoUri), ("ACAI_REPO_URI", environment["ACAI_REPO_URI"]),
            ("git", status.OriginUrl is { } origin ? RepositoryUri.FromRemote(origin) : null), (ci?.Provider, ci?.RepoUri));

        var (checkedUri, wrongUri) = CheckUri(uri.Value);
        var (checkedBranch, wrongBranch) = CheckBranch(branch.Value);
        var (checkedCommit, wrongCommit) = await CheckCommitAsync(commit.Value, repository, cancellationToken);
        var isBranchSet = IsSet(branch.Rule, "ACAI_BRANCH");
        var defaultBranch = ci?.DefaultBranch ?? status.DefaultBranch;
        var context = new PushContext
        {
            RepoUri = checkedUri,
            Branch = checkedBranch,
            Commit = checkedCommit,
            Provider = ci?.Provider ?? (status.GitDirectory is null ? "none" : "git"),
            IsContinuousIntegration = ci is not null,
            PullRequest = ci?.PullRequest,
            DefaultBranch = defaultBranch,
            CheckOnly = CheckOnly(ci, status, isBranchSet, branch.Value, defaultBranch),
            Explanation = $"repository from {uri.Rule}, branch from {branch.Rule}, commit from {commit.Rule}",
        };
        var isMerge = context.PullRequest is not null && parents.Length > 1 && parents.Contains(context.Commit ?? "");
        var isForeign = context.PullRequest is { IsFork: true } && environment["GITHUB_EVENT_NAME"] == "pull_request_target"
            && context.Commit is { } head && (status.HeadCommit == head || parents.Contains(head));
        Finding?[] findings =
        [
            ci?.Finding, wrongUri, wrongBranch, wrongCommit,
            isMerge ? CheckoutFindings.MergeCommit(context.Provider) : null,
            isForeign ? CheckoutFindings.ForeignCheckout() : null,
        ];
        var claimsOther = context.Commit is not null && status.HeadCommit is not null && context.Commit != status.HeadCommit && !isMerge && !IsSet(commit.Rule, "ACAI_COMMIT");
        var other = claimsOther ? new OtherCheckout(status.HeadCommit!, context.Commit!, ci?.CheckoutReference) : null;
        return new ContextResolution(context, other, parents, [.. findings.OfType<Finding>()]);
    }

    private static bool IsSet(string rule, string variable) => rule == "setting" || rule == variable;

    /// <summary>The commit that the CI system builds; for a pull request, the head of the source branch if it can be found.</summary>
    private static async Task<string?> FindHeadAsync(
        CiFacts? ci, IRepository repository, ImmutableArray<string> parents, string? headCommit, CancellationToken cancellationToken)
    {
        if (ci?.HeadReference is { } reference && await repository.ResolveCommitAsync(reference, cancellationToken) is { } head)
        {
            return head;
        }

        return ci is { IsMergeOfPullRequest: true } && ci.Commit == headCommit && parents is [_, var source] ? source : ci?.Commit;
    }

    private static NotPushedReason? CheckOnly(CiFacts? ci, RepositoryStatus status, bool isBranchSet, string? branch, string? defaultBranch)
    {
        // A fork's branch may have the name of one of ours, so the name proves nothing.
        if (ci?.CheckOnly is { } reason && (!isBranchSet || ci.PullRequest?.IsFork == true))
        {
            return reason;
        }

        if (ci?.PullRequest is { IsFork: null } && !isBranchSet && branch is not null && branch == defaultBranch)
        {
            return NotPushedReason.MaybeFork(branch);
        }

        return branch is null && status is { GitDirectory: not null, HeadCommit: not null, HeadBranch: null } ? NotPushedReason.DetachedHead : null;
    }

    private static (string Rule, string? Value) First(params ReadOnlySpan<(string? Rule, string? Value)> candidates)
    {
        foreach (var (rule, value) in candidates)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                return (rule!, value.Trim());
            }
        }

        return ("nowhere", null);
    }

    private static (string? Uri, Finding? Wrong) CheckUri(string? value)
    {
        if (value is null)
        {
            return (null, null);
        }

        var uri = RepositoryUri.FromRemote(value);
        return uri is null or { Length: > 1024 } || uri.Any(char.IsWhiteSpace) ? (null, CheckoutFindings.InvalidRepoUri(value)) : (uri, null);
    }

    private static (string? Branch, Finding? Wrong) CheckBranch(string? value)
    {
        const string Heads = "refs/heads/";
        var branch = value?.StartsWith(Heads, StringComparison.Ordinal) == true ? value[Heads.Length..] : value;
        return branch is { Length: 0 or > 255 } ? (null, CheckoutFindings.InvalidBranch(branch)) : (branch, null);
    }

    private static async Task<(string? Commit, Finding? Wrong)> CheckCommitAsync(string? value, IRepository repository, CancellationToken cancellationToken)
    {
        if (value is null)
        {
            return (null, null);
        }

        if (CommitHash.IsValid(value))
        {
            return (value.ToLowerInvariant(), null);
        }

        var resolved = await repository.ResolveCommitAsync(value, cancellationToken);
        return (resolved, resolved is null ? CheckoutFindings.UnknownCommit(value) : null);
    }
}

/// <summary>The context of a push, and the findings about it.</summary>
/// <param name="Context">Repository, branch and commit.</param>
/// <param name="OtherCheckout">What is checked out instead of the commit to push; null if a push may name that commit.</param>
/// <param name="HeadParents">The parents of the checked-out commit; read only for a pull request.</param>
/// <param name="Findings">What the user should know about the context.</param>
internal sealed record ContextResolution(
    PushContext Context, OtherCheckout? OtherCheckout, ImmutableArray<string> HeadParents, ImmutableArray<Finding> Findings);

/// <summary>The checked-out commit is not the one that a push would name, so its specs and references may not be that commit's.</summary>
/// <param name="HeadCommit">The checked-out commit.</param>
/// <param name="PushedCommit">The commit that a push would name.</param>
/// <param name="CheckoutReference">See <see cref="CiFacts.CheckoutReference"/>.</param>
internal sealed record OtherCheckout(string HeadCommit, string PushedCommit, string? CheckoutReference)
{
    public NotPushedReason Reason => NotPushedReason.OtherCommit(HeadCommit, PushedCommit);
}

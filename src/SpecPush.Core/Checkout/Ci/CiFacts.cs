using SpecPush.Findings;

namespace SpecPush.Checkout;

/// <summary>What a CI system says about the build; null members are unknown.</summary>
internal sealed record CiFacts(string Provider)
{
    public string? RepoUri { get; init; }

    public string? Branch { get; init; }

    public string? Commit { get; init; }

    /// <summary>Replaces <see cref="Commit"/> if the clone has it.</summary>
    public string? HeadReference { get; init; }

    /// <summary>Whether <see cref="Commit"/> is a merge created by the host, with the target as first parent and the source as second.</summary>
    public bool IsMergeOfPullRequest { get; init; }

    public PullRequest? PullRequest { get; init; }

    /// <summary>The <c>ref</c> for <c>actions/checkout</c> that checks out <see cref="Commit"/>; null on systems without that action.</summary>
    public string? CheckoutReference { get; init; }

    public string? DefaultBranch { get; init; }

    public NotPushedReason? CheckOnly { get; init; }

    /// <summary>Why something that the system provides could not be read.</summary>
    public Finding? Finding { get; init; }
}

/// <summary>Branches that a host creates for its merge queue.</summary>
internal static class MergeQueue
{
    /// <summary>Whether the branch belongs to GitHub's merge queue; every CI system that builds for GitHub sees such branches.</summary>
    public static bool Owns(string? branch) => branch?.StartsWith("gh-readonly-queue/", StringComparison.Ordinal) == true;
}

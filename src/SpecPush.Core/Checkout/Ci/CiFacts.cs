using SpecPush.Findings;

namespace SpecPush.Checkout;

/// <summary>What a CI system says of the build that it runs; null where it does not say.</summary>
internal sealed record CiFacts(string Provider)
{
    public string? RepoUri { get; init; }

    public string? Branch { get; init; }

    public string? Commit { get; init; }

    /// <summary>Takes the place of <see cref="Commit"/> if the clone has it.</summary>
    public string? HeadReference { get; init; }

    /// <summary>Whether <see cref="Commit"/> is a merge that the host made, of the target and then the source.</summary>
    public bool IsMergeOfPullRequest { get; init; }

    public PullRequest? PullRequest { get; init; }

    /// <summary>What <c>actions/checkout</c> takes as <c>ref</c> to check out <see cref="Commit"/>; null on systems without that action.</summary>
    public string? CheckoutReference { get; init; }

    public string? DefaultBranch { get; init; }

    public NotPushedReason? CheckOnly { get; init; }

    /// <summary>What the system said that could not be read.</summary>
    public Finding? Finding { get; init; }
}

/// <summary>Branches that a host makes for its merge queue.</summary>
internal static class MergeQueue
{
    /// <summary>Whether GitHub made the branch for its merge queue; every CI system that builds for GitHub sees such branches.</summary>
    public static bool Owns(string? branch) => branch?.StartsWith("gh-readonly-queue/", StringComparison.Ordinal) == true;
}

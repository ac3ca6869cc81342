namespace SpecPush.Checkout;

/// <summary>What a CI system says of the build that it runs; null where it does not say.</summary>
internal sealed record CiFacts(string Provider)
{
    public string? RepoUri { get; init; }

    public string? Branch { get; init; }

    public string? Commit { get; init; }

    /// <summary>Goes above <see cref="Commit"/>, if the clone has it.</summary>
    public string? HeadReference { get; init; }

    /// <summary>Whether <see cref="Commit"/> is a merge that the host made, of the target and then the source.</summary>
    public bool IsMergeOfPullRequest { get; init; }

    public PullRequest? PullRequest { get; init; }

    /// <summary>What <c>actions/checkout</c> takes as <c>ref</c> to check out <see cref="Commit"/>; null on systems without that action.</summary>
    public string? CheckoutReference { get; init; }

    public string? DefaultBranch { get; init; }

    public string? CheckOnlyReason { get; init; }
}

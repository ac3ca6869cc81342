namespace SpecPush.Checkout;

/// <summary>What a CI system says of the build that it runs; null where it does not say.</summary>
internal sealed record CiFacts(string Provider)
{
    public string? RepoUri { get; init; }

    public string? Branch { get; init; }

    public string? Commit { get; init; }

    public PullRequest? PullRequest { get; init; }

    public string? DefaultBranch { get; init; }

    public string? CheckOnlyReason { get; init; }
}

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

/// <summary>Why a build of a CI system is checked and not pushed, as the end of a sentence.</summary>
internal static class CheckOnlyReasons
{
    public const string Fork = "this is a pull request from a fork";

    public static string MaybeFork(string branch) => $"this pull request may be from a fork, because its source branch is called {branch}, as the default branch is";

    public const string MergeQueue = "this is a merge queue";

    public static string Tag(string tag) => $"{tag} is a tag";

    /// <summary>Whether GitHub made the branch for its merge queue; every CI system that builds for GitHub sees such branches.</summary>
    public static bool IsMergeQueue(string? branch) => branch?.StartsWith("gh-readonly-queue/", StringComparison.Ordinal) == true;
}

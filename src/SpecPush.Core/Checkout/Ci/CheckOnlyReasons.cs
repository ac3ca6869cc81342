namespace SpecPush.Checkout;

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

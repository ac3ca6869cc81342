using System.Globalization;
using System.Text.RegularExpressions;
using SpecPush.Findings;

namespace SpecPush.Checkout;

/// <summary>What a CI system says, in its own form; <see cref="ToFacts"/> makes the systems comparable.</summary>
internal sealed partial record CiVariables
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";

    /// <summary>A remote, in any spelling.</summary>
    public string? Repository { get; init; }

    /// <summary>The commit that is built, or the head of the source branch if the system names both.</summary>
    public string? Commit { get; init; }

    /// <summary>A reference to the head of the source branch, which the clone may or may not have.</summary>
    public string? HeadReference { get; init; }

    /// <summary>The branch that is built. Not used for a pull request, where it is the target on many systems.</summary>
    public string? Branch { get; init; }

    public string? Tag { get; init; }

    public string? DefaultBranch { get; init; }

    /// <summary>The number, an address that ends with it, or <c>false</c> if this is not a pull request.</summary>
    public string? PullRequest { get; init; }

    public string? SourceBranch { get; init; }

    /// <summary>The branch to merge into.</summary>
    public string? TargetBranch { get; init; }

    /// <summary>Whether a pull request comes from another repository; null if the system does not say.</summary>
    public bool? IsFork { get; init; }

    public bool IsMergeQueue { get; init; }

    public CiFacts ToFacts(string provider)
    {
        var tag = Tag ?? (Branch?.StartsWith(Tags, StringComparison.Ordinal) == true ? Branch[Tags.Length..] : null);
        var pullRequest = Number.Match(PullRequest ?? "") is { Success: true } number && int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new PullRequest(value, IsFork ?? (SourceIsTarget ? true : null))
            : null;
        var branch = ShortName(pullRequest is null ? Branch : SourceBranch);
        return new CiFacts(provider)
        {
            RepoUri = Repository is null ? null : RepositoryUri.FromRemote(Repository),
            Commit = Commit,
            HeadReference = pullRequest is null ? null : HeadReference,
            Branch = tag is null || pullRequest is not null ? branch : null,
            DefaultBranch = ShortName(DefaultBranch),
            PullRequest = pullRequest,
            CheckOnly = this switch
            {
                _ when pullRequest is { IsFork: true } => NotPushedReason.Fork,
                _ when IsMergeQueue || MergeQueue.Owns(branch) => NotPushedReason.MergeQueue,
                _ when pullRequest is not null && branch is null => NotPushedReason.UnknownSourceBranch,
                _ when pullRequest is null && tag is not null => NotPushedReason.Tag(tag),
                _ => null,
            },
        };
    }

    // Branches with the same name must be in different repositories.
    private bool SourceIsTarget => ShortName(SourceBranch) is { } source && source == ShortName(TargetBranch);

    // Other references, such as refs/pull/7/merge, are not branches.
    private static string? ShortName(string? branch) => branch switch
    {
        _ when branch?.StartsWith(Heads, StringComparison.Ordinal) == true => branch[Heads.Length..],
        _ when branch?.StartsWith("refs/", StringComparison.Ordinal) == true => null,
        _ => branch,
    };

    [GeneratedRegex("[0-9]+$")]
    private static partial Regex Number { get; }
}

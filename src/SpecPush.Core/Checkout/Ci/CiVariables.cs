using System.Globalization;
using System.Text.RegularExpressions;
using SpecPush.Findings;

namespace SpecPush.Checkout;

/// <summary>What a CI system says, as it says it; <see cref="ToFacts"/> makes the systems agree.</summary>
internal sealed partial record CiVariables
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";

    /// <summary>Any spelling of a remote.</summary>
    public string? Repository { get; init; }

    /// <summary>The commit that is built; the head of the source branch where the system tells both.</summary>
    public string? Commit { get; init; }

    /// <summary>A reference of the clone that names the head of the source branch, if the clone has it.</summary>
    public string? HeadReference { get; init; }

    /// <summary>The branch that is built; nothing is taken from it on a pull request, where it is the target on many systems.</summary>
    public string? Branch { get; init; }

    public string? Tag { get; init; }

    public string? DefaultBranch { get; init; }

    /// <summary>The number, or an address that ends in it; <c>false</c> is none.</summary>
    public string? PullRequest { get; init; }

    public string? SourceBranch { get; init; }

    /// <summary>The branch that a pull request is to be merged into.</summary>
    public string? TargetBranch { get; init; }

    /// <summary>Whether a pull request comes from another repository; null where the system does not say.</summary>
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

    // Two branches of one repository cannot have the same name.
    private bool SourceIsTarget => ShortName(SourceBranch) is { } source && source == ShortName(TargetBranch);

    // A reference of another kind, such as refs/pull/7/merge, is no branch.
    private static string? ShortName(string? branch) => branch switch
    {
        _ when branch?.StartsWith(Heads, StringComparison.Ordinal) == true => branch[Heads.Length..],
        _ when branch?.StartsWith("refs/", StringComparison.Ordinal) == true => null,
        _ => branch,
    };

    [GeneratedRegex("[0-9]+$")]
    private static partial Regex Number { get; }
}

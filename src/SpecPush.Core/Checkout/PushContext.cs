using System.Text.Json.Serialization;
using SpecPush.Findings;

namespace SpecPush.Checkout;

/// <summary>The repository, branch and commit of a push. A null member is not known.</summary>
public sealed record PushContext
{
    /// <summary><c>host/owner/repo</c>, spelled as the official CLI spells it: the branch's identity on the server.</summary>
    public string? RepoUri { get; init; }

    /// <summary>The branch; for a pull request, its source branch.</summary>
    public string? Branch { get; init; }

    /// <summary>40 or 64 hexadecimal digits; for a pull request, the head of its source branch.</summary>
    public string? Commit { get; init; }

    /// <summary>Where this comes from: <c>git</c>, or the name of a CI system, such as <c>github-actions</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Whether this runs in a CI system.</summary>
    public bool IsContinuousIntegration { get; init; }

    /// <summary>The pull request, if this is one.</summary>
    public PullRequest? PullRequest { get; init; }

    /// <summary>The repository's default branch, if known.</summary>
    public string? DefaultBranch { get; init; }

    /// <summary>Why the modes <c>Auto</c> and <c>Push</c> only check here (a tag, a merge queue, a fork …); null when a push is possible.</summary>
    [JsonIgnore]
    public NotPushedReason? CheckOnly { get; init; }

    /// <summary><see cref="CheckOnly"/> as the end of a sentence.</summary>
    public string? CheckOnlyReason => CheckOnly?.Text;

    /// <summary>Where repository, branch and commit were found, for a log.</summary>
    public string Explanation { get; init; } = "";
}

/// <summary>A pull or merge request.</summary>
/// <param name="Number">Its number on the host.</param>
/// <param name="IsFork">Whether its source branch is in another repository; null if the CI system does not say.</param>
public sealed record PullRequest(int Number, bool? IsFork)
{
    /// <summary>The branch to merge into; null if the CI system does not say.</summary>
    public string? TargetBranch { get; init; }

    /// <summary>That branch's commit when the run started; null if the CI system does not say.</summary>
    public string? TargetCommit { get; init; }
}

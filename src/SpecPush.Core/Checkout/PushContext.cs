using System.Text.Json.Serialization;
using SpecPush.Findings;

namespace SpecPush.Checkout;

/// <summary>What a push would be about. A null member could not be found out.</summary>
public sealed record PushContext
{
    /// <summary><c>host/owner/repo</c>, spelled as the official CLI spells it: the branch's identity on the server.</summary>
    public string? RepoUri { get; init; }

    /// <summary>The branch; on a pull request its source branch.</summary>
    public string? Branch { get; init; }

    /// <summary>40 or 64 hexadecimal digits; on a pull request the head of its source branch.</summary>
    public string? Commit { get; init; }

    /// <summary>Who told: <c>git</c>, or the name of the CI system, such as <c>github-actions</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Whether a CI system runs this.</summary>
    public bool IsContinuousIntegration { get; init; }

    /// <summary>The pull request, if this is one.</summary>
    public PullRequest? PullRequest { get; init; }

    /// <summary>The branch that the repository's host calls its default, where that is known.</summary>
    public string? DefaultBranch { get; init; }

    /// <summary>Why the modes <c>Auto</c> and <c>Push</c> only check here (a tag, a merge queue, a fork …); null when a push is possible.</summary>
    [JsonIgnore]
    public NotPushedReason? CheckOnly { get; init; }

    /// <summary><see cref="CheckOnly"/> as the end of a sentence.</summary>
    public string? CheckOnlyReason => CheckOnly?.Text;

    /// <summary>Which rule decided repository, branch and commit, for a log.</summary>
    public string Explanation { get; init; } = "";
}

/// <summary>A pull or merge request.</summary>
/// <param name="Number">Its number on the host.</param>
/// <param name="IsFork">Whether its source branch is in another repository; null where the CI system does not say.</param>
public sealed record PullRequest(int Number, bool? IsFork)
{
    /// <summary>The branch that it is to be merged into; null where the CI system does not say.</summary>
    public string? TargetBranch { get; init; }

    /// <summary>That branch's commit when the run was started; null where the CI system does not say.</summary>
    public string? TargetCommit { get; init; }
}

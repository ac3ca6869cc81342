using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>What can be found out about a checkout without reading its files.</summary>
internal sealed record RepositoryStatus
{
    /// <summary>Absolute path of the work tree's root; without git, of the folder itself.</summary>
    public required string Root { get; init; }

    /// <summary>Absolute path of this work tree's git directory; null without git.</summary>
    public string? GitDirectory { get; init; }

    /// <summary>Whether it is a submodule, whose git directory is in that of the outer repository (gitrepository-layout, modules).</summary>
    public bool IsSubmodule => GitDirectory?.Replace('\\', '/') is { } path && path.IndexOf("/.git/", StringComparison.Ordinal) is >= 0 and var start
        && path.IndexOf("/modules/", start, StringComparison.Ordinal) >= 0;

    /// <summary>The checked-out commit; null without git and before the first commit.</summary>
    public string? HeadCommit { get; init; }

    /// <summary>The checked-out branch; null when HEAD is detached and without git.</summary>
    public string? HeadBranch { get; init; }

    /// <summary>What <c>git remote get-url origin</c> prints; null if there is no such remote.</summary>
    public string? OriginUrl { get; init; }

    /// <summary>The default branch of <c>origin</c> when it was cloned; null if unknown.</summary>
    public string? DefaultBranch { get; init; }

    public bool IsShallow { get; init; }

    /// <summary>Whether this is a sparse checkout.</summary>
    public bool IsSparse { get; init; }

    /// <summary>Commits of the upstream branch that are not in HEAD; null without an upstream.</summary>
    public int? Behind { get; init; }

    /// <summary>Commits of HEAD that are not in the upstream branch; null without an upstream.</summary>
    public int? Ahead { get; init; }

    /// <summary>Modified, staged, deleted, unmerged and untracked paths, sorted by path.</summary>
    public ImmutableArray<FileChange> Changes { get; init; } = [];
}

/// <summary>A path whose content may differ from that in the checked-out commit.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="CommittedBlob">The ID of its content in the checked-out commit; null if it is not a regular file there.</param>
internal sealed record FileChange(string Path, FileChangeKind Kind, string? CommittedBlob = null);

internal enum FileChangeKind
{
    Modified,
    Deleted,
    Untracked,
}

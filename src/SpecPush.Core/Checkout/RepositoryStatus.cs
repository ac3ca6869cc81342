using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>What a few cheap questions tell about a checkout; no file of it has been read.</summary>
internal sealed record RepositoryStatus
{
    /// <summary>Absolute path of the work tree's root; without git, of the folder that was asked about.</summary>
    public required string Root { get; init; }

    /// <summary>Absolute path of this work tree's git directory; null without git.</summary>
    public string? GitDirectory { get; init; }

    /// <summary>The checked-out commit; null without git and before the first commit.</summary>
    public string? HeadCommit { get; init; }

    /// <summary>The checked-out branch; null when HEAD is detached and without git.</summary>
    public string? HeadBranch { get; init; }

    /// <summary>What <c>git remote get-url origin</c> says; null when there is no such remote.</summary>
    public string? OriginUrl { get; init; }

    /// <summary>The branch that <c>origin</c> checks out by default, as a clone noted it; null when it is not known.</summary>
    public string? DefaultBranch { get; init; }

    public bool IsShallow { get; init; }

    /// <summary>Whether some tracked files are left out of the work tree on purpose.</summary>
    public bool IsSparse { get; init; }

    /// <summary>Commits of the upstream branch that are not in HEAD; null without an upstream.</summary>
    public int? Behind { get; init; }

    /// <summary>Commits of HEAD that are not in the upstream branch; null without an upstream.</summary>
    public int? Ahead { get; init; }

    /// <summary>Modified, staged, deleted, unmerged and untracked paths, sorted by path.</summary>
    public ImmutableArray<FileChange> Changes { get; init; } = [];
}

/// <summary>A path whose content may differ from the checked-out commit.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Kind">In which way.</param>
/// <param name="CommittedBlob">Names the content that it has in the checked-out commit; null where it is no regular file there.</param>
internal sealed record FileChange(string Path, FileChangeKind Kind, string? CommittedBlob = null);

/// <summary>How a path differs from the checked-out commit.</summary>
internal enum FileChangeKind
{
    Modified,
    Deleted,
    Untracked,
}

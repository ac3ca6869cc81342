using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>Reads a checkout: with git or, without a git repository, from the folder tree.</summary>
internal interface IRepository
{
    /// <summary>Absolute path of the root that every other path is relative to.</summary>
    string Root { get; }

    /// <summary>Reads what is cheap to find out; never cached.</summary>
    Task<RepositoryStatus> ReadStatusAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The files that may hold specs and references, each once, in ordinal order of their paths: tracked files that are present
    /// and, with <paramref name="includeUntracked"/>, files that git neither tracks nor ignores.
    /// </summary>
    /// <param name="includeUntracked">Whether to include files that git neither tracks nor ignores.</param>
    /// <param name="status">An earlier status, which saves asking git again; null to look at every file.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    Task<RepositoryListing> ListFilesAsync(bool includeUntracked, RepositoryStatus? status, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListFilesAsync(bool, RepositoryStatus?, CancellationToken)"/>
    Task<RepositoryListing> ListFilesAsync(bool includeUntracked, CancellationToken cancellationToken) => ListFilesAsync(includeUntracked, null, cancellationToken);

    /// <summary>
    /// The last commit that touched each path, as <c>git log -1 COMMIT -- PATH</c> would say, from a single walk over the history.
    /// The result omits paths without a known commit, such as those whose last commit is beyond the end of a shallow clone, or is not
    /// shown because a partial clone lacks the folders of older commits.
    /// </summary>
    Task<FoundCommits> FindLastCommitsAsync(string commit, IReadOnlyCollection<string> paths, CancellationToken cancellationToken);

    /// <summary>Files deleted during the last year of a commit's history, with their last content; at most a few hundred, most recent first.</summary>
    /// <param name="commit">A full hash.</param>
    /// <param name="globs">Which files, relative to the root; <c>!</c> excludes.</param>
    /// <param name="maxLength">Files that were longer, in bytes, are left out.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    Task<ImmutableArray<KeyValuePair<string, byte[]>>> FindDeletedAsync(string commit, IEnumerable<string> globs, int maxLength, CancellationToken cancellationToken);

    /// <summary>The parents of the checked-out commit, from the commit object itself, because <c>git log</c> hides them at the end of a shallow clone.</summary>
    Task<ImmutableArray<string>> ReadHeadParentsAsync(CancellationToken cancellationToken);

    /// <summary>The newest commit in the history of both; null if the clone cannot show it for certain.</summary>
    Task<string?> FindMergeBaseAsync(string one, string other, CancellationToken cancellationToken);

    /// <summary>The paths whose content differs between two commits; null if a commit is missing.</summary>
    Task<ImmutableArray<TreeChange>?> FindChangesAsync(string from, string to, CancellationToken cancellationToken);

    /// <summary>Passes the content of each blob, as it was committed, to <paramref name="read"/>; returns how many blobs the clone does not have.</summary>
    Task<int> ReadBlobsAsync(IReadOnlyCollection<string> blobs, Action<string, Stream> read, CancellationToken cancellationToken);

    /// <summary>The full hash of <paramref name="revision"/>, or null.</summary>
    Task<string?> ResolveCommitAsync(string revision, CancellationToken cancellationToken);
}

/// <summary>The files of a checkout.</summary>
/// <param name="Files">Present and regular, in ordinal order of their paths.</param>
/// <param name="MissingFromSparse">Tracked paths that a sparse checkout leaves out.</param>
internal sealed record RepositoryListing(ImmutableArray<RepositoryFile> Files, ImmutableArray<string> MissingFromSparse);

/// <summary>A regular file of the checkout that may be read.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="IsTracked">Whether git tracks it.</param>
/// <param name="Blob">The ID of its content, if git knows that the file is unchanged and no filter converts it.</param>
internal sealed record RepositoryFile(string Path, bool IsTracked, BlobId? Blob = null);

/// <summary>Answers from the repository's host, such as GitHub, what the clone cannot. Without an answer, the clone's counts.</summary>
public interface IRepositoryHost
{
    /// <summary>The commit that a branch is at now; null if unknown.</summary>
    Task<string?> FindTipAsync(string branch, CancellationToken cancellationToken);

    /// <summary>The last commit in the history of <paramref name="commit"/> that touched a file; null if unknown.</summary>
    /// <param name="commit">A full hash.</param>
    /// <param name="path">Relative to the repository root, with <c>/</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<string?> FindLastCommitAsync(string commit, string path, CancellationToken cancellationToken);

    /// <summary>The newest commit in the history of both, and how many commits <paramref name="head"/> is ahead of it; null if unknown.</summary>
    /// <param name="revision">A full hash, or a branch.</param>
    /// <param name="head">A full hash.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<MergeBase?> FindMergeBaseAsync(string revision, string head, CancellationToken cancellationToken);
}

/// <summary>The point where a branch left another.</summary>
/// <param name="Commit">A full hash.</param>
/// <param name="Ahead">How many commits the branch is ahead of it.</param>
public sealed record MergeBase(string Commit, int Ahead);

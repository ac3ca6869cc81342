using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>Reads a checkout; implemented over git and, where there is none, over the folder tree.</summary>
internal interface IRepository
{
    /// <summary>Absolute path of the root that every other path is relative to.</summary>
    string Root { get; }

    /// <summary>The cheap questions, asked anew at each call.</summary>
    Task<RepositoryStatus> ReadStatusAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The files that may hold specs and references (design rule 4), each once, sorted by path in ordinal order:
    /// tracked ones that are present, and with <paramref name="includeUntracked"/> those that git neither tracks nor ignores.
    /// </summary>
    /// <param name="includeUntracked">Whether files that git neither tracks nor ignores belong to it.</param>
    /// <param name="status">What was asked before, so that nothing of it is asked again; null to look at every file.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    Task<RepositoryListing> ListFilesAsync(bool includeUntracked, RepositoryStatus? status, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListFilesAsync(bool, RepositoryStatus?, CancellationToken)"/>
    Task<RepositoryListing> ListFilesAsync(bool includeUntracked, CancellationToken cancellationToken) => ListFilesAsync(includeUntracked, null, cancellationToken);

    /// <summary>
    /// The last commit that touched each path, as <c>git log -1 COMMIT -- PATH</c> answers, from one walk over the history.
    /// A path is missing from the answer when no commit is known, or when a shallow clone ends before it.
    /// </summary>
    Task<ImmutableDictionary<string, string>> FindLastCommitsAsync(
        string commit, IReadOnlyCollection<string> paths, CancellationToken cancellationToken);

    /// <summary>The content that each path has in the checked-out commit; a path that is not in it is missing from the answer.</summary>
    Task<ImmutableDictionary<string, byte[]>> ReadCommittedAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken);

    /// <summary>Files that the history of a commit has lost within a year, with their last content; at most a few hundred, those deleted last first.</summary>
    /// <param name="commit">A full hash.</param>
    /// <param name="globs">What the files are called, relative to the root; <c>!</c> excludes.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    Task<ImmutableArray<KeyValuePair<string, byte[]>>> FindDeletedAsync(string commit, IEnumerable<string> globs, CancellationToken cancellationToken);

    /// <summary>The parents of the checked-out commit, as the commit itself names them: a shallow clone hides those of its last one.</summary>
    Task<ImmutableArray<string>> ReadHeadParentsAsync(CancellationToken cancellationToken);

    /// <summary>The newest commit in the history of both; null where the clone does not show it for certain.</summary>
    Task<string?> FindMergeBaseAsync(string one, string other, CancellationToken cancellationToken);

    /// <summary>The paths whose content differs between two commits; null where a commit is not there.</summary>
    Task<ImmutableArray<TreeChange>?> FindChangesAsync(string from, string to, CancellationToken cancellationToken);

    /// <summary>Hands the content of each blob to <paramref name="read"/>; answers how many of them the clone does not have.</summary>
    Task<int> ReadBlobsAsync(IReadOnlyCollection<string> blobs, Action<string, Stream> read, CancellationToken cancellationToken);

    /// <summary>The full hash that <paramref name="revision"/> names, or null.</summary>
    Task<string?> ResolveCommitAsync(string revision, CancellationToken cancellationToken);
}

/// <summary>The files of a checkout.</summary>
/// <param name="Files">Present and regular, sorted by path in ordinal order.</param>
/// <param name="MissingFromSparse">Tracked paths that a sparse checkout left out.</param>
internal sealed record RepositoryListing(ImmutableArray<RepositoryFile> Files, ImmutableArray<string> MissingFromSparse);

/// <summary>A regular file of the checkout that may be read.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="IsTracked">Whether git tracks it.</param>
/// <param name="Blob">Its content, where git knows that it is unchanged and that nothing turns it into something else in the work tree.</param>
internal sealed record RepositoryFile(string Path, bool IsTracked, BlobId? Blob = null);

/// <summary>What the host of a repository may know and a clone does not. Where it does not answer either, the clone has the last word.</summary>
public interface IRepositoryHost
{
    /// <summary>The commit that a branch is at now; null when that cannot be told.</summary>
    Task<string?> FindTipAsync(string branch, CancellationToken cancellationToken);

    /// <summary>The last commit in the history of <paramref name="commit"/> that touched a file; null when that cannot be told.</summary>
    /// <param name="commit">A full hash.</param>
    /// <param name="path">Relative to the repository root, with <c>/</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<string?> FindLastCommitAsync(string commit, string path, CancellationToken cancellationToken);

    /// <summary>The newest commit in the history of both, and how many commits <paramref name="head"/> has more than it; null when that cannot be told.</summary>
    /// <param name="revision">A full hash, or a branch.</param>
    /// <param name="head">A full hash.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<MergeBase?> FindMergeBaseAsync(string revision, string head, CancellationToken cancellationToken);
}

/// <summary>Where a branch has left another.</summary>
/// <param name="Commit">A full hash.</param>
/// <param name="Ahead">How many commits the branch has had since then.</param>
public sealed record MergeBase(string Commit, int Ahead);

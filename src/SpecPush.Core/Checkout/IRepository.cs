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
    Task<RepositoryListing> ListFilesAsync(bool includeUntracked, CancellationToken cancellationToken);

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

    /// <summary>The full hash that <paramref name="revision"/> names, or null.</summary>
    Task<string?> ResolveCommitAsync(string revision, CancellationToken cancellationToken);
}

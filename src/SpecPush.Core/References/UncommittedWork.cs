using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.References.Text;

namespace SpecPush.References;

/// <summary>Finds uncommitted changes that a push from a developer's machine would show to the team.</summary>
internal static class UncommittedWork
{
    /// <summary>The changed files that matter now, or that referred to requirements in the checked-out commit.</summary>
    /// <param name="repository">The checkout.</param>
    /// <param name="status">Its changes.</param>
    /// <param name="matters">Whether a path is a spec, a file that refers to requirements, or a source file of tests.</param>
    /// <param name="isSearched">Whether the file at a path is searched for references.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ImmutableArray<string>> FindAsync(
        IRepository repository,
        RepositoryStatus status,
        Func<string, bool> matters,
        Func<string, bool> isSearched,
        CancellationToken cancellationToken)
    {
        var found = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var undecided = new List<FileChange>();
        foreach (var change in status.Changes)
        {
            if (matters(change.Path))
            {
                found.Add(change.Path);
            }
            else if (change.CommittedBlob is not null && isSearched(change.Path))
            {
                undecided.Add(change);
            }
        }

        found.UnionWith(await FindReferringAsync(repository, undecided, cancellationToken));
        return [.. found];
    }

    // The files that referred to requirements in the checked-out commit.
    private static async Task<IEnumerable<string>> FindReferringAsync(IRepository repository, IEnumerable<FileChange> changes, CancellationToken cancellationToken)
    {
        var paths = changes.ToLookup(static change => change.CommittedBlob!, static change => change.Path, StringComparer.Ordinal);
        var references = new FoundReferences(groups: []);
        using var scanner = new FileScanner("", references);
        await repository.ReadBlobsAsync([.. paths.Select(static blob => blob.Key)], (blob, content) => scanner.Scan(blob, content, cancellationToken), cancellationToken);

        // A content is scanned once, under the name of its blob.
        return references.References.SelectMany(reference => paths[reference.Path]);
    }
}

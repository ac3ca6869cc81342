using System.Collections.Immutable;
using SpecPush.Acids;
using SpecPush.Checkout;
using SpecPush.Files;

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
        var undecided = new List<string>();
        foreach (var change in status.Changes)
        {
            if (matters(change.Path))
            {
                found.Add(change.Path);
            }
            else if (change.Kind != FileChangeKind.Untracked && isSearched(change.Path))
            {
                undecided.Add(change.Path);
            }
        }

        if (undecided.Count > 0)
        {
            var committed = await repository.ReadCommittedAsync(undecided, cancellationToken);
            found.UnionWith(committed.Where(static file => !OutputMarker.IsIn(file.Value) && new AcidScanner(file.Value).MoveNext()).Select(static file => file.Key));
        }

        return [.. found];
    }
}

using System.Collections.Immutable;
using SpecPush.Acids;
using SpecPush.Checkout;
using SpecPush.References.Text;

namespace SpecPush.References;

/// <summary>Finds changed files that a push from a developer's machine would show to the team before they are committed.</summary>
internal static class UncommittedWork
{
    /// <summary>Changed files that matter, and those that referred to requirements in the checked-out commit.</summary>
    /// <param name="repository">The checkout.</param>
    /// <param name="status">What has changed in it.</param>
    /// <param name="matters">Whether a path is one of a spec, of a file that refers to requirements, or of a source of tests.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ImmutableArray<string>> FindAsync(
        IRepository repository,
        RepositoryStatus status,
        Func<string, bool> matters,
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
            else if (change.Kind != FileChangeKind.Untracked && ScannedPaths.Includes(change.Path))
            {
                undecided.Add(change.Path);
            }
        }

        if (undecided.Count > 0)
        {
            var committed = await repository.ReadCommittedAsync(undecided, cancellationToken);
            found.UnionWith(committed.Where(static file => new AcidScanner(file.Value).MoveNext()).Select(static file => file.Key));
        }

        return [.. found];
    }
}

using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.References.Text;

namespace SpecPush.Run;

/// <summary>Finds changed files that a push from a developer's machine would show to the team before they are committed.</summary>
internal static class UncommittedWork
{
    /// <summary>
    /// Changed specs; changed files that refer to requirements or did so in the checked-out commit; and changed sources of test projects, whose
    /// references may show in the assembly only.
    /// </summary>
    public static async Task<ImmutableArray<string>> FindAsync(
        IRepository repository,
        RepositoryStatus status,
        Func<string, bool> isSpec,
        Gathering gathering,
        CancellationToken cancellationToken)
    {
        var referring = gathering.References.Select(static reference => reference.Path).ToHashSet(StringComparer.Ordinal);
        var found = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var undecided = new List<string>();
        foreach (var change in status.Changes)
        {
            if (isSpec(change.Path) || referring.Contains(change.Path) || gathering.TestSources.Contains(change.Path))
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

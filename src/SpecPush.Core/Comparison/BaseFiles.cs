using System.Collections.Immutable;
using SpecPush.Checkout;

namespace SpecPush.Comparison;

/// <summary>The files of the base.</summary>
/// <param name="Same">Files with the same content in the checkout.</param>
/// <param name="Others">Files that are different or missing in the checkout, each with the ID of its content in the base.</param>
internal sealed record BaseFiles(IReadOnlySet<string> Same, ImmutableDictionary<string, string> Others)
{
    public ImmutableArray<string> All => [.. Same.Concat(Others.Keys).Order(StringComparer.Ordinal)];

    /// <summary>Null if the clone does not have one of the commits.</summary>
    public static async Task<BaseFiles?> FindAsync(
        IRepository repository, RepositoryStatus status, ComparedCheckout checkout, string commit, CancellationToken cancellationToken)
    {
        if (status.HeadCommit is not { } head || await repository.FindChangesAsync(commit, head, cancellationToken) is not { } changes)
        {
            return null;
        }

        // For a path that differs both between the commits and in the work tree, the base's content counts, not the checked-out commit's.
        var differing = changes.ToDictionary(static change => change.Path, static change => change.OldBlob, StringComparer.Ordinal);
        foreach (var change in status.Changes)
        {
            differing.TryAdd(change.Path, change.CommittedBlob);
        }

        // Files left out by a sparse checkout are not read on either side.
        foreach (var path in checkout.MissingFiles)
        {
            differing.Remove(path);
        }

        return new BaseFiles(
            checkout.TrackedFiles.Where(path => !differing.ContainsKey(path)).ToHashSet(StringComparer.Ordinal),
            differing.Where(static file => file.Value is not null).ToImmutableDictionary(static file => file.Key, static file => file.Value!, StringComparer.Ordinal));
    }
}

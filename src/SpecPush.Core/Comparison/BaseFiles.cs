using System.Collections.Immutable;
using SpecPush.Checkout;

namespace SpecPush.Comparison;

/// <summary>The files of the base.</summary>
/// <param name="Same">Those whose content is that of the checkout.</param>
/// <param name="Others">Those with another content or none in the checkout, each with the name of its content.</param>
internal sealed record BaseFiles(IReadOnlySet<string> Same, ImmutableDictionary<string, string> Others)
{
    public ImmutableArray<string> All => [.. Same.Concat(Others.Keys).Order(StringComparer.Ordinal)];

    /// <summary>Null where the clone does not have one of the commits.</summary>
    public static async Task<BaseFiles?> FindAsync(
        IRepository repository, RepositoryStatus status, ComparedCheckout checkout, string commit, CancellationToken cancellationToken)
    {
        if (status.HeadCommit is not { } head || await repository.FindChangesAsync(commit, head, cancellationToken) is not { } changes)
        {
            return null;
        }

        // A path that both the commits and the work tree have changed had the content of the base, not that of the checked-out commit.
        var differing = changes.ToDictionary(static change => change.Path, static change => change.OldBlob, StringComparer.Ordinal);
        foreach (var change in status.Changes)
        {
            differing.TryAdd(change.Path, change.CommittedBlob);
        }

        // What a sparse checkout left out is read on neither side.
        foreach (var path in checkout.MissingFiles)
        {
            differing.Remove(path);
        }

        return new BaseFiles(
            checkout.TrackedFiles.Where(path => !differing.ContainsKey(path)).ToHashSet(StringComparer.Ordinal),
            differing.Where(static file => file.Value is not null).ToImmutableDictionary(static file => file.Key, static file => file.Value!, StringComparer.Ordinal));
    }
}

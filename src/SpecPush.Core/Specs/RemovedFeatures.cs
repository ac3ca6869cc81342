using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Settings;

namespace SpecPush.Specs;

/// <summary>Features whose specs were deleted. The server still has their references, but the checkout no longer mentions them.</summary>
internal static class RemovedFeatures
{
    /// <summary>The features that no spec of this checkout describes any more, each with one of its former ACIDs.</summary>
    public static async Task<ImmutableDictionary<string, string>> FindAsync(
        IRepository repository, PushSettings settings, string commit, ImmutableArray<Spec> specs, CancellationToken cancellationToken)
    {
        var present = specs.Select(static spec => spec.Feature).ToHashSet(StringComparer.Ordinal);
        var removed = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (path, content) in await repository.FindDeletedAsync(commit, settings.Specs.Patterns, SourceDecoder.MaximumSize, cancellationToken))
        {
            if (SpecFileReader.Read(new SpecFile(path, content)).Spec is { Requirements: [var first, ..] } spec && !present.Contains(spec.Feature))
            {
                removed.TryAdd(spec.Feature, first.Acid);
            }
        }

        return removed.ToImmutable();
    }
}

using System.Collections.Immutable;
using SpecPush.References;

namespace SpecPush.Planning;

/// <summary>Groups references by requirement, and adds the empty lists that remove a feature's last reference from the server.</summary>
internal static class ReferenceLists
{
    public static ImmutableArray<AcidReferences> Create(PlanInput input, PlanFindings findings)
    {
        var lists = input.References
            .Where(reference => input.Settings.Features.IsEmpty || input.Settings.Features.Contains(reference.Feature))
            .GroupBy(static reference => reference.Acid, StringComparer.Ordinal)
            .Select(static group => new AcidReferences(group.Key, [.. group]));
        return
        [
            .. lists.Concat(Emptied(input, findings))
                .OrderBy(static entry => entry.Feature, StringComparer.Ordinal)
                .ThenBy(static entry => entry.Acid, StringComparer.Ordinal),
        ];
    }

    // An empty list makes the feature's references count as this branch's own and hides those of a parent implementation. So one is
    // sent only where this branch is known to have sent references before, or can have no parent to inherit from.
    private static IEnumerable<AcidReferences> Emptied(PlanInput input, PlanFindings findings)
    {
        if (!input.Override)
        {
            return [];
        }

        var referenced = input.References.Select(static reference => reference.Feature).ToHashSet(StringComparer.Ordinal);
        if (input.SentFeatures is { } sent)
        {
            return sent.Where(feature => !referenced.Contains(feature.Key)).Select(static feature => Empty(feature.Value));
        }

        var unreferenced = input.Specs.Where(spec => !referenced.Contains(spec.Feature) && !spec.Requirements.IsEmpty)
            .DistinctBy(static spec => spec.Feature, StringComparer.Ordinal)
            .ToImmutableArray();
        if (input.CanEmptyUnsent)
        {
            var removed = input.RemovedFeatures.Where(feature => !referenced.Contains(feature.Key)).ToImmutableArray();
            if (!removed.IsEmpty)
            {
                findings.SpecsRemoved([.. removed.Select(static feature => feature.Key).Order(StringComparer.Ordinal)]);
            }

            return [.. unreferenced.Select(static spec => Empty(spec.Requirements[0].Acid)), .. removed.Select(static feature => Empty(feature.Value))];
        }

        if (!unreferenced.IsEmpty)
        {
            findings.OldReferencesMayRemain([.. unreferenced.Select(static spec => spec.Feature)]);
        }

        return [];
    }

    private static AcidReferences Empty(string acid) => new(acid, ImmutableArray<Reference>.Empty);
}

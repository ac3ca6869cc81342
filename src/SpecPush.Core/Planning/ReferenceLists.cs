using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References;

namespace SpecPush.Planning;

/// <summary>Groups references by requirement, and adds the empty lists that remove a feature's last references from the server.</summary>
internal static class ReferenceLists
{
    /// <summary>A list for each requirement, sorted by feature and ACID, and a finding about removed features.</summary>
    public static (ImmutableArray<AcidReferences> Lists, Finding? Finding) Create(PlanInput input)
    {
        var lists = input.References
            .Where(reference => input.Settings.Features.IsEmpty || input.Settings.Features.Contains(reference.Feature))
            .GroupBy(static reference => reference.Acid, StringComparer.Ordinal)
            .Select(static group => new AcidReferences(group.Key, [.. group]));
        var (emptied, finding) = Emptied(input);
        return (
            [
                .. lists.Concat(emptied)
                    .OrderBy(static entry => entry.Feature, StringComparer.Ordinal)
                    .ThenBy(static entry => entry.Acid, StringComparer.Ordinal),
            ],
            finding);
    }

    // An empty list becomes the branch's own and hides references inherited from a parent implementation. So it is sent only if this
    // branch is known to have sent references before, or cannot have a parent.
    private static (IEnumerable<AcidReferences> Lists, Finding? Finding) Emptied(PlanInput input)
    {
        if (!input.Override)
        {
            return ([], null);
        }

        var referenced = input.References.Select(static reference => reference.Feature).ToHashSet(StringComparer.Ordinal);
        if (input.SentFeatures is { } sent)
        {
            return (sent.Where(feature => !referenced.Contains(feature.Key)).Select(static feature => Empty(feature.Value)), null);
        }

        var unreferenced = input.Specs.Where(spec => !referenced.Contains(spec.Feature) && !spec.Requirements.IsEmpty)
            .DistinctBy(static spec => spec.Feature, StringComparer.Ordinal)
            .ToImmutableArray();
        if (input.CanEmptyUnsent)
        {
            var removed = input.RemovedFeatures.Where(feature => !referenced.Contains(feature.Key)).ToImmutableArray();
            return (
                unreferenced.Select(static spec => Empty(spec.Requirements[0].Acid)).Concat(removed.Select(static feature => Empty(feature.Value))),
                removed.IsEmpty ? null : PlanFindings.SpecsRemoved([.. removed.Select(static feature => feature.Key).Order(StringComparer.Ordinal)]));
        }

        return ([], unreferenced.IsEmpty ? null : PlanFindings.OldReferencesMayRemain([.. unreferenced.Select(static spec => spec.Feature)]));
    }

    private static AcidReferences Empty(string acid) => new(acid, ImmutableArray<Reference>.Empty);
}

/// <summary>As many references to a requirement as fit into one request.</summary>
/// <param name="Kept">The references to send, with those in tests first.</param>
/// <param name="Found">The number of references found.</param>
internal sealed record ReferenceCut(AcidReferences Kept, int Found)
{
    // Half of a body, so that there is room for a spec that must be sent with the list.
    private const int MaxSize = PushLimits.Body / 2;

    public bool IsShorter => Kept.References.Length < Found;

    public static ReferenceCut From(AcidReferences entry)
    {
        if (RequestBodies.SizeOf(entry) <= MaxSize)
        {
            return new ReferenceCut(entry, entry.References.Length);
        }

        var size = entry.Acid.Length + 6;
        var kept = entry.References
            .OrderByDescending(static reference => reference.IsTest)
            .TakeWhile(reference => (size += RequestBodies.SizeOf(reference)) <= MaxSize)
            .ToImmutableArray();
        return new ReferenceCut(entry with { References = kept }, entry.References.Length);
    }
}

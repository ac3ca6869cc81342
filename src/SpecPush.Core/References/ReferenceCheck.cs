using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.References;

/// <summary>Compares references with the requirements that exist.</summary>
internal static class ReferenceCheck
{
    public static ImmutableArray<Finding> Check(ImmutableArray<Spec> specs, ImmutableArray<Reference> references)
    {
        var requirements = new KnownRequirements(specs);
        var known = references.ToLookup(reference => requirements.HasFeature(reference.Feature));
        return
        [
            .. known[true].Select(requirements.Check).OfType<Finding>(),
            .. known[false].GroupBy(static reference => reference.Feature, StringComparer.Ordinal)
                .Select(static group => ReferenceFindings.UnknownFeature(group.First(), group.Count())),
            .. Untested(requirements.All, references),
        ];
    }

    private static IEnumerable<Finding> Untested(IEnumerable<Requirement> requirements, ImmutableArray<Reference> references)
    {
        var tested = references.Where(static reference => reference.IsTest).Select(static reference => reference.Acid).ToHashSet(StringComparer.Ordinal);
        return requirements.Where(requirement => !requirement.Deprecated && !tested.Contains(requirement.Acid)).Select(ReferenceFindings.UntestedRequirement);
    }
}

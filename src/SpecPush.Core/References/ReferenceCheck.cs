using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.References;

/// <summary>Compares references with the requirements that exist.</summary>
internal static class ReferenceCheck
{
    /// <summary>The findings about references.</summary>
    /// <param name="specs">All specs, even those of features that are not wanted.</param>
    /// <param name="references">The references.</param>
    public static ImmutableArray<Finding> Check(SpecReading specs, ImmutableArray<Reference> references)
    {
        var requirements = new KnownRequirements(specs.Specs);
        var known = references.ToLookup(reference => requirements.HasFeature(reference.Feature));
        return
        [
            .. known[true].Select(requirements.Check).OfType<Finding>(),
            .. known[false].Where(reference => !specs.InvalidFeatures.Contains(reference.Feature))
                .GroupBy(static reference => reference.Feature, StringComparer.Ordinal)
                .Select(static group => ReferenceFindings.UnknownFeature(group.First(), group.Count())),
        ];
    }

    /// <summary>The findings about requirements that no test mentions.</summary>
    /// <param name="specs">The specs of features that are wanted; other features have no references here.</param>
    /// <param name="references">The references.</param>
    public static IEnumerable<Finding> FindUntested(ImmutableArray<Spec> specs, ImmutableArray<Reference> references)
    {
        var tested = references.Where(static reference => reference.IsTest).Select(static reference => reference.Acid).ToHashSet(StringComparer.Ordinal);
        return new KnownRequirements(specs).All.Where(requirement => !requirement.Deprecated && !tested.Contains(requirement.Acid)).Select(ReferenceFindings.UntestedRequirement);
    }
}

using System.Collections.Immutable;
using SpecPush.References;
using SpecPush.Specs;

namespace SpecPush.Reporting;

/// <summary>Counts which requirements have references and tests.</summary>
internal static class CoverageCount
{
    public static ImmutableArray<FeatureCoverage> Of(ImmutableArray<Spec> specs, ImmutableArray<Reference> references)
    {
        var referenced = references.Select(static reference => reference.Acid).ToHashSet(StringComparer.Ordinal);
        var tested = references.Where(static reference => reference.IsTest).Select(static reference => reference.Acid).ToHashSet(StringComparer.Ordinal);
        return [.. specs.Select(spec => Of(spec, referenced, tested))];
    }

    private static FeatureCoverage Of(Spec spec, HashSet<string> referenced, HashSet<string> tested)
    {
        var current = spec.Requirements.Where(static requirement => !requirement.Deprecated).Select(static requirement => requirement.Acid).ToArray();
        return new FeatureCoverage(
            spec.Product,
            spec.Feature,
            current.Length,
            spec.Requirements.Length - current.Length,
            current.Count(referenced.Contains),
            current.Count(tested.Contains),
            [.. current.Where(acid => !tested.Contains(acid))]);
    }
}

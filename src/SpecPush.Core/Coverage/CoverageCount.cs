using System.Collections.Immutable;
using System.Globalization;
using SpecPush.References;
using SpecPush.Specs;

namespace SpecPush.Coverage;

/// <summary>Counts which requirements have references and tests.</summary>
internal static class CoverageCount
{
    public static ImmutableArray<FeatureCoverage> Count(ImmutableArray<Spec> specs, ImmutableArray<Reference> references)
    {
        var byAcid = references.ToLookup(static reference => reference.Acid, StringComparer.Ordinal);
        return [.. specs.Select(spec => Count(spec, [.. spec.Requirements.Select(requirement => Count(requirement, spec.Path, byAcid[requirement.Acid]))]))];
    }

    private static FeatureCoverage Count(Spec spec, ImmutableArray<RequirementCoverage> requirements)
    {
        var current = requirements.Where(static requirement => !requirement.Deprecated).ToArray();
        return new FeatureCoverage(
            spec.Product,
            spec.Feature,
            current.Length,
            requirements.Length - current.Length,
            current.Count(static requirement => !requirement.References.IsEmpty || !requirement.Tests.IsEmpty),
            current.Count(static requirement => !requirement.Tests.IsEmpty),
            [.. current.Where(static requirement => requirement.Tests.IsEmpty).Select(static requirement => requirement.Acid)])
        {
            ByRequirement = requirements,
        };
    }

    private static RequirementCoverage Count(Requirement requirement, string path, IEnumerable<Reference> references)
    {
        var places = references.ToLookup(static reference => reference.IsTest, static reference => string.Create(CultureInfo.InvariantCulture, $"{reference.Path}:{reference.Line}"));
        return new RequirementCoverage(requirement.Acid, requirement.Text, requirement.Deprecated, path, requirement.Location.Line, [.. places[false]], [.. places[true]]);
    }
}

using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.References;

/// <summary>Compares references with the requirements that exist.</summary>
internal static class ReferenceCheck
{
    public static ImmutableArray<Finding> Check(ImmutableArray<Spec> specs, ImmutableArray<Reference> references)
    {
        var requirements = specs.SelectMany(static spec => spec.Requirements)
            .DistinctBy(static requirement => requirement.Acid, StringComparer.Ordinal)
            .ToDictionary(static requirement => requirement.Acid, StringComparer.Ordinal);
        var features = specs.Select(static spec => spec.Feature).ToHashSet(StringComparer.Ordinal);
        var known = references.ToLookup(reference => features.Contains(reference.Feature));
        return
        [
            .. known[true].Select(reference => Check(reference, requirements)).OfType<Finding>(),
            .. known[false].GroupBy(static reference => reference.Feature, StringComparer.Ordinal)
                .Select(static group => ReferenceFindings.UnknownFeature(group.First(), group.Count())),
            .. Untested(requirements.Values, references),
        ];
    }

    private static Finding? Check(Reference reference, Dictionary<string, Requirement> requirements)
    {
        if (!requirements.TryGetValue(reference.Acid, out var requirement))
        {
            return ReferenceFindings.UnknownRequirement(reference, Nearest(reference.Acid, requirements.Keys));
        }

        return requirement.Deprecated ? ReferenceFindings.DeprecatedRequirement(reference, requirement) : null;
    }

    private static IEnumerable<Finding> Untested(IEnumerable<Requirement> requirements, ImmutableArray<Reference> references)
    {
        var tested = references.Where(static reference => reference.IsTest).Select(static reference => reference.Acid).ToHashSet(StringComparer.Ordinal);
        return requirements.Where(requirement => !requirement.Deprecated && !tested.Contains(requirement.Acid)).Select(ReferenceFindings.UntestedRequirement);
    }

    // Of the same feature, those that share the longest beginning: a wrong number in the right group, then a wrong group.
    private static string? Nearest(string acid, IEnumerable<string> requirements)
    {
        var prefix = acid[..(acid.IndexOf('.', StringComparison.Ordinal) + 1)];
        return requirements.Where(candidate => candidate.StartsWith(prefix, StringComparison.Ordinal))
            .OrderByDescending(candidate => candidate.AsSpan().CommonPrefixLength(acid))
            .ThenBy(static candidate => candidate, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}

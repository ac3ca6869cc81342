using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.References;

/// <summary>Looks up references among the requirements of all specs.</summary>
internal sealed class KnownRequirements
{
    private readonly Dictionary<string, Requirement> _requirements;
    private readonly HashSet<string> _features;

    public KnownRequirements(ImmutableArray<Spec> specs)
    {
        _requirements = specs.SelectMany(static spec => spec.Requirements)
            .DistinctBy(static requirement => requirement.Acid, StringComparer.Ordinal)
            .ToDictionary(static requirement => requirement.Acid, StringComparer.Ordinal);
        _features = specs.Select(static spec => spec.Feature).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<Requirement> All => _requirements.Values;

    public bool HasFeature(string feature) => _features.Contains(feature);

    public Requirement? Find(string acid) => _requirements.GetValueOrDefault(acid);

    /// <summary>The finding about a reference to a known feature, if any.</summary>
    public Finding? Check(Reference reference)
    {
        if (Find(reference.Acid) is not { } requirement)
        {
            return ReferenceFindings.UnknownRequirement(reference, Nearest(reference.Acid));
        }

        return requirement.Deprecated ? ReferenceFindings.DeprecatedRequirement(reference, requirement) : null;
    }

    /// <summary>
    /// The requirement that was probably meant: the one of the same feature with the longest common prefix, since a wrong number is more
    /// likely than a wrong group; of several, the one with the longest common ending, since a letter in the middle may be wrong.
    /// </summary>
    public string? Nearest(string acid)
    {
        var prefix = acid[..(acid.IndexOf('.', StringComparison.Ordinal) + 1)];
        return _requirements.Keys.Where(candidate => candidate.StartsWith(prefix, StringComparison.Ordinal))
            .OrderByDescending(candidate => candidate.AsSpan().CommonPrefixLength(acid.AsSpan()))
            .ThenByDescending(candidate => CommonEnding(candidate, acid))
            .ThenBy(static candidate => candidate, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static int CommonEnding(string left, string right)
    {
        var length = 0;
        while (length < left.Length && length < right.Length && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
        }

        return length;
    }
}

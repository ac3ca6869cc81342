using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.References;

/// <summary>Looks up references among the requirements of all specs.</summary>
internal sealed class KnownRequirements
{
    private readonly Dictionary<string, Requirement> _requirements;
    private readonly HashSet<string> _features;
    private readonly Lazy<ILookup<string, string>> _suggestions;

    public KnownRequirements(ImmutableArray<Spec> specs)
    {
        _requirements = specs.SelectMany(static spec => spec.Requirements)
            .DistinctBy(static requirement => requirement.Acid, StringComparer.Ordinal)
            .ToDictionary(static requirement => requirement.Acid, StringComparer.Ordinal);
        _features = specs.Select(static spec => spec.Feature).ToHashSet(StringComparer.Ordinal);
        _suggestions = new(() => All.Where(static requirement => !requirement.Deprecated && SpecChecks.IsAcid(requirement.Acid))
            .Select(static requirement => requirement.Acid)
            .ToLookup(FeatureOf, StringComparer.Ordinal));
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
    /// The requirement that was probably meant, if any: one of the same group, or else the one with the same number in a group that is spelled
    /// almost the same. Deprecated requirements, and those that no reference can name, are never meant.
    /// </summary>
    public string? Nearest(string acid)
    {
        var group = GroupOf(acid);
        var candidates = _suggestions.Value[FeatureOf(acid)];
        return NearestNumber(acid, candidates.Where(candidate => GroupOf(candidate) == group))
            ?? NearestGroup(group, candidates.Where(candidate => NumberOf(candidate) == NumberOf(acid)));
    }

    // The one that begins alike; of several, the one that ends alike, since a digit in the middle may be wrong.
    private static string? NearestNumber(string acid, IEnumerable<string> candidates) => candidates
        .OrderByDescending(candidate => candidate.AsSpan().CommonPrefixLength(acid.AsSpan()))
        .ThenByDescending(candidate => CommonEnding(candidate, acid))
        .ThenBy(static candidate => candidate, StringComparer.Ordinal)
        .FirstOrDefault();

    private static string? NearestGroup(string group, IEnumerable<string> candidates)
    {
        var acids = candidates.ToDictionary(GroupOf, StringComparer.Ordinal);
        return Spelling.Nearest(group, acids.Keys) is { } meant ? acids[meant] : null;
    }

    private static string FeatureOf(string acid) => acid[..acid.IndexOf('.', StringComparison.Ordinal)];

    private static string GroupOf(string acid) => acid[(acid.IndexOf('.', StringComparison.Ordinal) + 1)..acid.LastIndexOf('.')];

    private static string NumberOf(string acid) => acid[(acid.LastIndexOf('.') + 1)..];

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

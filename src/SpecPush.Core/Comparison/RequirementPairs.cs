using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Comparison;

/// <summary>A requirement of one side, with its product.</summary>
internal sealed record PlacedRequirement(string Product, Requirement Requirement)
{
    public string Acid => Requirement.Acid;

    public string Path => Requirement.Location.Path;
}

/// <summary>The same requirement on both sides; null on a side that does not have it.</summary>
internal sealed record RequirementPair(PlacedRequirement? Old, PlacedRequirement? New);

/// <summary>Matches the requirements of the two sides.</summary>
internal static partial class RequirementPairs
{
    public static ImmutableArray<RequirementPair> Find(ComparedSide old, ComparedSide @new, PushSettings settings)
    {
        var invalid = old.InvalidSpecs.Union(@new.InvalidSpecs);
        var (olds, news) = (RequirementsOf(old, settings), RequirementsOf(@new, settings));

        // The requirements of a spec with an error are unknown on its side, so they are ignored on the other.
        var unknown = olds.Concat(news).Where(placed => invalid.Contains(placed.Path)).Select(static placed => placed.Acid).ToHashSet(StringComparer.Ordinal);
        olds.RemoveAll(placed => unknown.Contains(placed.Acid));
        news.RemoveAll(placed => unknown.Contains(placed.Acid));

        var pairs = new List<RequirementPair>(news.Count);
        Take(pairs, olds, news, static placed => (placed.Product, placed.Acid));
        Take(pairs, olds, news, static placed => placed.Acid);
        Take(pairs, olds, news, static placed => WithoutBreaks(placed.Requirement.Text));
        pairs.AddRange(olds.Select(static placed => new RequirementPair(placed, null)));
        pairs.AddRange(news.Select(static placed => new RequirementPair(null, placed)));
        return [.. pairs];
    }

    /// <summary>The text without its line breaks.</summary>
    public static string WithoutBreaks(string text) => Blanks.Replace(text.Trim(), " ");

    private static List<PlacedRequirement> RequirementsOf(ComparedSide side, PushSettings settings) =>
    [
        .. side.Specs.Where(spec => settings.Features.IsEmpty || settings.Features.Contains(spec.Feature))
            .SelectMany(static spec => spec.Requirements.Select(requirement => new PlacedRequirement(spec.Product, requirement))),
    ];

    // Only if the key is unique on each side; otherwise it would be a guess.
    private static void Take<TKey>(List<RequirementPair> pairs, List<PlacedRequirement> olds, List<PlacedRequirement> news, Func<PlacedRequirement, TKey> key)
        where TKey : notnull
    {
        var (oldByKey, newByKey) = (olds.ToLookup(key), news.ToLookup(key));
        var taken = new HashSet<PlacedRequirement>(ReferenceEqualityComparer.Instance);
        foreach (var group in newByKey)
        {
            if (group.ToArray() is [var @new] && oldByKey[group.Key].ToArray() is [var old])
            {
                pairs.Add(new RequirementPair(old, @new));
                taken.Add(old);
                taken.Add(@new);
            }
        }

        olds.RemoveAll(taken.Contains);
        news.RemoveAll(taken.Contains);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks { get; }
}

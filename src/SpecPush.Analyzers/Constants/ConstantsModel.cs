using System.Collections.Immutable;
using SpecPush.Analyzers.Specs;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.Analyzers.Constants;

/// <summary>What to generate from all specs.</summary>
/// <param name="Features">The features, each of which becomes a class.</param>
/// <param name="Invalid">The specs without constants.</param>
internal sealed record ConstantsModel(ImmutableArray<FeatureConstants> Features, InvalidSpecs Invalid)
{
    /// <summary>Names and sorts the specs that were read.</summary>
    public static ConstantsModel From(ImmutableArray<SpecText> texts) =>
        From(texts.Select(static text => text.Spec).OfType<Spec>(), texts.SelectMany(static text => text.Findings));

    /// <summary>Names and sorts valid specs, and finds those without constants from the findings.</summary>
    public static ConstantsModel From(IEnumerable<Spec> read, IEnumerable<Finding> found)
    {
        var named = FeatureNames.Check(read.OrderBy(static spec => spec.Path, StringComparer.Ordinal));
        var features = named.Specs.GroupBy(static spec => spec.Feature, StringComparer.Ordinal).OrderBy(static feature => feature.Key, StringComparer.Ordinal).ToList();
        var identifiers = Identifiers.ForFeatures(features.Select(static feature => feature.Key));
        var files = FileNames(identifiers.Values);
        return new ConstantsModel(
            [.. features.Select(feature => new FeatureConstants(feature.Key, identifiers[feature.Key], files[identifiers[feature.Key]], [.. feature]))],
            InvalidSpecs.From([.. found, .. named.Findings], identifiers));
    }

    // To the compiler, file names that differ only in case are the same, and file systems limit their length.
    private static Dictionary<string, string> FileNames(IEnumerable<string> identifiers) => identifiers
        .GroupBy(static identifier => identifier.Length <= MaxFileName ? identifier : identifier[..MaxFileName], StringComparer.OrdinalIgnoreCase)
        .SelectMany(static same => same.OrderBy(static identifier => identifier, StringComparer.Ordinal)
            .Select((identifier, index) => (Identifier: identifier, File: index == 0 ? same.Key : $"{same.Key}.{index}")))
        .ToDictionary(static name => name.Identifier, static name => name.File, StringComparer.Ordinal);

    private const int MaxFileName = 80;
}

/// <summary>The class of a feature; equal to another if its source is.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Identifier">The name of the class.</param>
/// <param name="FileName">Unique among all features.</param>
/// <param name="Specs">One spec, or several of different products.</param>
internal sealed record FeatureConstants(string Feature, string Identifier, string FileName, ImmutableArray<Spec> Specs)
{
    public bool Equals(FeatureConstants? other) => other is not null
        && (other.Feature, other.Identifier, other.FileName) == (Feature, Identifier, FileName)
        && other.Specs.SequenceEqual(Specs, static (left, right) => ReferenceEquals(left, right) || IsSame(left, right));

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Feature);

    private static bool IsSame(Spec left, Spec right) => left.Path == right.Path && left.Requirements.SequenceEqual(right.Requirements, IsSame);

    private static bool IsSame(Requirement left, Requirement right) =>
        (left.Acid, left.Text, left.Deprecated) == (right.Acid, right.Text, right.Deprecated) && left.ReplacedBy.SequenceEqual(right.ReplacedBy);
}

/// <summary>The specs without constants.</summary>
internal sealed record InvalidSpecs(ImmutableArray<InvalidSpec> All)
{
    private const string Suffix = ".feature.yaml";

    public static InvalidSpecs From(ImmutableArray<Finding> findings, ImmutableDictionary<string, string> identifiers)
    {
        var taken = identifiers.Values.ToHashSet(StringComparer.Ordinal);
        return new InvalidSpecs(
        [
            .. FindingOrder.Sort([.. findings.Where(static finding => finding.Severity == Severity.Error)])
                .GroupBy(static finding => finding.Location!.Path, StringComparer.Ordinal)
                .OrderBy(static finding => finding.Key, StringComparer.Ordinal)
                .Select(file => new InvalidSpec(file.Key, Identifier(file.Key, taken), file.First().Location!.Line, file.First().Message)),
        ]);
    }

    public bool Equals(InvalidSpecs? other) => other is not null && other.All.SequenceEqual(All);

    public override int GetHashCode() => All.Length;

    // A spec's file is named after its feature. If the class name is free, a placeholder class tells users of the constants why they are missing.
    private static string? Identifier(string path, HashSet<string> taken)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(Suffix, StringComparison.Ordinal) && SpecPatterns.Name.IsMatch(name = name[..^Suffix.Length])
            && Identifiers.ForFeatures([name])[name] is var identifier && taken.Add(identifier)
            ? identifier
            : null;
    }
}

/// <param name="Path">Its path in the repository.</param>
/// <param name="Identifier">The name that its class would have; null if another class has it.</param>
/// <param name="Line">The line of the first error.</param>
/// <param name="Reason">The first error.</param>
internal sealed record InvalidSpec(string Path, string? Identifier, int Line, string Reason);

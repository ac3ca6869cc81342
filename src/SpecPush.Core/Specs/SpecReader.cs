using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>Reads all specs of a repository.</summary>
internal static class SpecReader
{
    /// <summary>Reads every file on its own, then compares the features. An invalid file does not affect the others.</summary>
    public static SpecReading ReadAll(IEnumerable<SpecFile> files, CancellationToken cancellationToken) => ReadAll(files, [], cancellationToken);

    /// <summary>Reads the remaining files when some specs are already known.</summary>
    public static SpecReading ReadAll(IEnumerable<SpecFile> files, ImmutableArray<Spec> known, CancellationToken cancellationToken)
    {
        SpecFile[] ordered = [.. files.OrderBy(static file => file.Path, StringComparer.Ordinal)];
        var results = new (Spec? Spec, ImmutableArray<Finding> Findings, string? Feature)[ordered.Length];
        Parallel.For(0, ordered.Length, new ParallelOptions { CancellationToken = cancellationToken }, index => results[index] = SpecFileReader.Read(ordered[index]));
        var valid = results.Select(static result => result.Spec).OfType<Spec>();
        var named = FeatureNames.Check(valid.Concat(known).OrderBy(static spec => spec.Path, StringComparer.Ordinal));
        return new SpecReading(named.Specs, FindingOrder.Sort([.. results.SelectMany(static result => result.Findings), .. named.Findings]))
        {
            InvalidFeatures =
            [
                .. ordered.Zip(results, static (file, result) => (file.Path, result.Spec, result.Findings, result.Feature))
                    .Where(static file => file.Spec is null && file.Findings.Any(static finding => finding.Severity > Severity.Message))
                    .Select(static file => file.Feature ?? FeatureByName(file.Path)),
            ],
        };
    }

    /// <summary>The feature after which a file is named.</summary>
    public static string FeatureByName(string path) => path[(path.LastIndexOf('/') + 1)..].Split('.')[0];
}

/// <param name="Specs">The valid specs, sorted by path.</param>
/// <param name="Findings">The findings about all files, including invalid ones.</param>
internal sealed record SpecReading(ImmutableArray<Spec> Specs, ImmutableArray<Finding> Findings)
{
    /// <summary>The features of files that are not valid, by the name in the file or, if it cannot be read, by the name of the file.</summary>
    public ImmutableHashSet<string> InvalidFeatures { get; init; } = [];
}

/// <summary>Compares the names of all specs with each other.</summary>
internal static class FeatureNames
{
    /// <summary>The specs, except those whose feature an earlier spec of the same product describes.</summary>
    public static SpecReading Check(IEnumerable<Spec> specs)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var kept = ImmutableArray.CreateBuilder<Spec>();
        var features = new Dictionary<(string Product, string Feature), Spec>();
        var names = new Dictionary<string, Spec>(StringComparer.Ordinal);
        var products = new Dictionary<string, Spec>(StringComparer.OrdinalIgnoreCase);
        foreach (var spec in specs)
        {
            if (!features.TryAdd((spec.Product, spec.Feature), spec))
            {
                findings.Add(SpecFindings.RepeatedFeature(spec.FeatureKeys["name"], features[(spec.Product, spec.Feature)]));
                continue;
            }

            kept.Add(spec);
            if (!names.TryAdd(spec.Feature, spec))
            {
                findings.Add(SpecFindings.FeatureOfTwoProducts(spec.FeatureKeys["name"], spec, names[spec.Feature]));
            }

            if (!products.TryAdd(spec.Product, spec) && products[spec.Product].Product != spec.Product)
            {
                findings.Add(SpecFindings.ProductsDifferInCase(spec.FeatureKeys["product"], spec, products[spec.Product]));
            }
        }

        return new SpecReading(kept.ToImmutable(), findings.ToImmutable());
    }
}

using System.Collections.Immutable;
using SpecPush.Reporting;

namespace SpecPush.Specs;

/// <summary>Reads all spec files of a checkout. What is wrong with one of them does not touch the others.</summary>
internal static class SpecReader
{
    public static SpecReading ReadAll(IEnumerable<SpecFile> files, CancellationToken cancellationToken)
    {
        var specs = new List<Spec>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var file in files.OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var parser = new SpecParser(file.Path);
            if (parser.Parse(file.Content.Span) is { } spec)
            {
                specs.Add(spec);
            }

            findings.AddRange(parser.Findings);
        }

        return new SpecReading(Distinct(specs, findings), findings.ToImmutable());
    }

    private static ImmutableArray<Spec> Distinct(List<Spec> specs, ImmutableArray<Finding>.Builder findings)
    {
        var distinct = ImmutableArray.CreateBuilder<Spec>();
        foreach (var spec in specs)
        {
            var place = spec.FeatureKeys["name"];
            var namesakes = distinct.Where(other => other.Feature == spec.Feature).ToArray();
            if (namesakes.FirstOrDefault(other => other.Product == spec.Product) is { } duplicate)
            {
                findings.Add(SpecFindings.DuplicateFeature(place, spec.Feature, spec.Product, duplicate.Path));
                continue;
            }

            if (namesakes.FirstOrDefault() is { } shared)
            {
                findings.Add(SpecFindings.SharedFeature(place, spec.Feature, spec.Product, shared.Product, shared.Path));
            }

            distinct.Add(spec);
        }

        return distinct.ToImmutable();
    }
}

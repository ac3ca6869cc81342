using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>Reads all specs of a repository.</summary>
internal static class SpecReader
{
    /// <summary>Every file on its own, then the features among each other. An invalid file leaves the others as they are.</summary>
    public static SpecReading ReadAll(IEnumerable<SpecFile> files, CancellationToken cancellationToken)
    {
        var results = files.OrderBy(static file => file.Path, StringComparer.Ordinal)
            .ToArray()
            .AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(SpecFileReader.Read)
            .ToImmutableArray();
        var findings = results.SelectMany(static result => result.Findings).ToList();
        var specs = FeatureNames.Check(results.Select(static result => result.Spec).OfType<Spec>(), findings);
        return new SpecReading(specs, FindingOrder.Sort(findings));
    }
}

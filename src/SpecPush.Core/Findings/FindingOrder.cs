using System.Collections.Immutable;

namespace SpecPush.Findings;

/// <summary>The order in which findings are shown: most severe first, then by place, then by code.</summary>
internal static class FindingOrder
{
    // Most runs have no findings, and compiling what sorts them would take longer than the rest of a build without changes.
    public static ImmutableArray<Finding> Sort(ImmutableArray<Finding> findings) => findings.Length < 2 ? findings :
    [
        .. findings.Distinct()
            .OrderByDescending(static finding => finding.Severity)
            .ThenBy(static finding => finding.Location?.Path, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Location?.Line)
            .ThenBy(static finding => finding.Location?.Column)
            .ThenBy(static finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Message, StringComparer.Ordinal),
    ];
}

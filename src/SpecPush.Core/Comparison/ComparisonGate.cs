using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Comparison;

/// <summary>Checks the comparison against what the team requires.</summary>
internal static class ComparisonGate
{
    public static ImmutableArray<Finding> Check(
        RequirementComparison comparison, ComparisonSettings settings, ComparisonFindings findings, Func<RequirementChange, SourceLocation> placeOfLostTest) =>
    [
        .. comparison.Requirements.Where(static change => change.Has(ChangeKind.LostTests)).Select(change => findings.LostTests(change, placeOfLostTest(change))),
        .. comparison.Requirements.Where(change => settings.FailOnUntestedAdditions && change.Has(ChangeKind.Added) && change.Has(ChangeKind.Untested)).Select(ComparisonFindings.UntestedAddition),
        .. settings.HasGate && !comparison.UnknownProjects.IsEmpty ? (Finding[])[ComparisonFindings.UnknownProjects(comparison.UnknownProjects)] : [],
    ];
}

using System.Collections.Immutable;

namespace SpecPush.Coverage;

/// <summary>How far the code and tests of this checkout refer to a feature's requirements.</summary>
/// <param name="Product">The feature's product.</param>
/// <param name="Feature">Its name.</param>
/// <param name="Requirements">Those that are not deprecated.</param>
/// <param name="Deprecated">Those that are.</param>
/// <param name="WithReferences">Requirements, not deprecated, that something refers to.</param>
/// <param name="WithTests">Requirements, not deprecated, that a test refers to.</param>
/// <param name="Untested">The ACIDs that no test refers to.</param>
public sealed record FeatureCoverage(
    string Product,
    string Feature,
    int Requirements,
    int Deprecated,
    int WithReferences,
    int WithTests,
    ImmutableArray<string> Untested)
{
    /// <summary>Every requirement, in the order of the spec.</summary>
    public ImmutableArray<RequirementCoverage> ByRequirement { get; init; } = [];
}

/// <summary>What refers to one requirement.</summary>
/// <param name="Acid">Its identifier.</param>
/// <param name="Text">What must hold. Untrusted text.</param>
/// <param name="Deprecated">Whether it is to go.</param>
/// <param name="Path">The spec's file.</param>
/// <param name="Line">Its line in the spec, from 1.</param>
/// <param name="References">The places outside tests, each <c>path:line</c>.</param>
/// <param name="Tests">The places in tests, each <c>path:line</c>.</param>
public sealed record RequirementCoverage(
    string Acid, string Text, bool Deprecated, string Path, int Line, ImmutableArray<string> References, ImmutableArray<string> Tests);

/// <summary>The coverage of all features together.</summary>
/// <param name="Requirements">Those that are not deprecated.</param>
/// <param name="Tested">Those of them that a test refers to.</param>
internal readonly record struct CoverageTotal(int Requirements, int Tested)
{
    /// <summary>Rounded down, so that 100 means all.</summary>
    public int PercentTested => Requirements == 0 ? 100 : (int)(100L * Tested / Requirements);

    public static CoverageTotal From(IReadOnlyCollection<FeatureCoverage> coverage) =>
        new(coverage.Sum(static feature => feature.Requirements), coverage.Sum(static feature => feature.WithTests));
}

using System.Collections.Immutable;

namespace SpecPush.Coverage;

/// <summary>How many of a feature's requirements the code and tests of this checkout refer to.</summary>
/// <param name="Product">The feature's product.</param>
/// <param name="Feature">Its name.</param>
/// <param name="Requirements">The number of requirements that are not deprecated.</param>
/// <param name="Deprecated">The number of deprecated requirements.</param>
/// <param name="WithReferences">The number of requirements, not deprecated, with references.</param>
/// <param name="WithTests">The number of requirements, not deprecated, with tests.</param>
/// <param name="Untested">The IDs of requirements, not deprecated, without tests.</param>
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

/// <summary>The references to one requirement.</summary>
/// <param name="Acid">Its ID.</param>
/// <param name="Text">The requirement itself. Untrusted text.</param>
/// <param name="Deprecated">Whether it is deprecated.</param>
/// <param name="Path">The spec's file.</param>
/// <param name="Line">Its line in the spec, from 1.</param>
/// <param name="References">References outside tests, each <c>path:line</c>.</param>
/// <param name="Tests">References in tests, each <c>path:line</c>.</param>
public sealed record RequirementCoverage(
    string Acid, string Text, bool Deprecated, string Path, int Line, ImmutableArray<string> References, ImmutableArray<string> Tests);

/// <summary>The coverage of all features together.</summary>
/// <param name="Requirements">The number of requirements that are not deprecated.</param>
/// <param name="Tested">How many of them have tests.</param>
internal readonly record struct CoverageTotal(int Requirements, int Tested)
{
    /// <summary>Rounded down, so that 100 means all of them.</summary>
    public int PercentTested => Requirements == 0 ? 100 : (int)(100L * Tested / Requirements);

    public static CoverageTotal From(IReadOnlyCollection<FeatureCoverage> coverage) =>
        new(coverage.Sum(static feature => feature.Requirements), coverage.Sum(static feature => feature.WithTests));
}

namespace SpecPush.Coverage;

/// <summary>The coverage of all features together.</summary>
/// <param name="Requirements">Those that are not deprecated.</param>
/// <param name="Tested">Those of them that a test refers to.</param>
internal readonly record struct CoverageTotal(int Requirements, int Tested)
{
    /// <summary>Rounded down, so that 100 means all.</summary>
    public int PercentTested => Requirements == 0 ? 100 : (int)(100L * Tested / Requirements);

    public static CoverageTotal Of(IReadOnlyCollection<FeatureCoverage> coverage) =>
        new(coverage.Sum(static feature => feature.Requirements), coverage.Sum(static feature => feature.WithTests));
}

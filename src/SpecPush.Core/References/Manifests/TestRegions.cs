namespace SpecPush.References.Manifests;

/// <summary>The tests of all manifests by their file.</summary>
internal static class TestRegions
{
    /// <summary>
    /// A test that several target frameworks or configurations compile is one test: it begins at the same attributes, while the first
    /// line of its code differs between Debug and Release.
    /// </summary>
    public static ILookup<string, CompiledTest> Combine(IEnumerable<ReferenceManifest> manifests) => manifests
        .SelectMany(manifest => manifest.Tests)
        .GroupBy(test => (test.Path, test.FirstLine))
        .Select(same => same.Aggregate(Combine))
        .ToLookup(test => test.Path, StringComparer.Ordinal);

    private static CompiledTest Combine(CompiledTest one, CompiledTest other) => one with
    {
        Line = Math.Min(one.Line, other.Line),
        LastLine = Math.Max(one.LastLine, other.LastLine),
        Acids = [.. one.Acids.Union(other.Acids, StringComparer.Ordinal)],
    };
}

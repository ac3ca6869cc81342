using System.Collections.Immutable;

namespace SpecPush.References.Manifests;

/// <summary>Brings together what the text scan and the compiled tests show.</summary>
internal static class ReferenceMerge
{
    /// <summary>
    /// Every reference once, sorted by ACID, path and line. <paramref name="files"/> are the paths that git knows:
    /// what an assembly says about other files does not count.
    /// </summary>
    public static ImmutableArray<Reference> Merge(
        IReadOnlyCollection<Reference> text, IReadOnlyCollection<ReferenceManifest> current, IReadOnlyCollection<string> files)
    {
        var tests = TestRegions.Combine(current);
        var testFiles = TestFiles.Find(current, files);
        var known = files.ToHashSet(StringComparer.Ordinal);
        var textLines = text.ToLookup(reference => (reference.Acid, reference.Path), reference => reference.Line);

        var fromText = text.Select(reference => reference with
        {
            IsTest = reference.IsTest || testFiles.Contains(reference.Path)
                || tests[reference.Path].Any(test => test.Contains(reference.Line)),
        });
        var fromTests =
            from path in tests
            where known.Contains(path.Key)
            from test in path
            from acid in test.Acids
            where !textLines[(acid, test.Path)].Any(test.Contains)
            select new Reference(acid, test.Path, test.Line, IsTest: true);

        return
        [
            .. fromText.Concat(fromTests)
                .GroupBy(reference => (reference.Acid, reference.Path, reference.Line))
                .Select(same => same.FirstOrDefault(reference => reference.IsTest) ?? same.First())
                .OrderBy(reference => reference.Acid, StringComparer.Ordinal)
                .ThenBy(reference => reference.Path, StringComparer.Ordinal)
                .ThenBy(reference => reference.Line),
        ];
    }
}

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

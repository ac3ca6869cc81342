using System.Collections.Immutable;

namespace SpecPush.References.Manifests;

/// <summary>Merges the references from the text scan and from compiled tests.</summary>
internal static class ReferenceMerge
{
    /// <summary>Every reference once, sorted by ACID, path and line.</summary>
    /// <param name="text">The references in text.</param>
    /// <param name="current">The manifests that are up to date.</param>
    /// <param name="testProjects">The projects that are test projects by the text of their files.</param>
    /// <param name="files">The paths that git knows; references of an assembly to other files do not count.</param>
    public static ImmutableArray<Reference> Merge(
        IReadOnlyCollection<Reference> text,
        IReadOnlyCollection<ReferenceManifest> current,
        IReadOnlyCollection<string> testProjects,
        IReadOnlyCollection<string> files)
    {
        var tests = TestRegions.Combine(current);
        var testFiles = TestFiles.Find(current, testProjects, files);
        var known = files.Where(tests.Contains).ToHashSet(StringComparer.Ordinal);
        var textLines = text.Where(reference => tests.Contains(reference.Path))
            .ToLookup(static reference => (reference.Acid, reference.Path), static reference => reference.Line);

        var fromText = text.Select(reference => reference.IsTest || !IsInTest(reference) ? reference : reference with { IsTest = true });
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
                .OrderBy(static reference => reference.Acid, StringComparer.Ordinal)
                .ThenBy(static reference => reference.Path, StringComparer.Ordinal)
                .ThenBy(static reference => reference.Line)
                .ThenByDescending(static reference => reference.IsTest)
                .DistinctBy(static reference => (reference.Acid, reference.Path, reference.Line)),
        ];

        bool IsInTest(Reference reference) =>
            testFiles.Contains(reference.Path) || (tests.Contains(reference.Path) && AnyContains(tests[reference.Path], reference.Line));
    }

    private static bool AnyContains(IEnumerable<CompiledTest> tests, int line) => tests.Any(test => test.Contains(line));
}

/// <summary>The tests of all manifests, by file.</summary>
internal static class TestRegions
{
    /// <summary>
    /// A test that is compiled for several target frameworks or configurations counts once. It is recognised by its first attribute,
    /// because the first line of its code differs between Debug and Release.
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

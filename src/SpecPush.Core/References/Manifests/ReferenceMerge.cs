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

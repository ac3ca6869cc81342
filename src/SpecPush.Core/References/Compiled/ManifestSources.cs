using System.Collections.Immutable;
using SpecPush.Files;
using SpecPush.References.Manifests;

namespace SpecPush.References.Compiled;

/// <summary>The files of the repository that an assembly was compiled from.</summary>
internal static class ManifestSources
{
    public static ImmutableArray<ManifestSource> Find(string repositoryRoot, SourcePaths paths, IEnumerable<SymbolDocument> documents) =>
    [
        .. documents
            .Select(document => Source(repositoryRoot, paths, document))
            .OfType<ManifestSource>()
            .DistinctBy(source => source.Path, StringComparer.Ordinal)
            .OrderBy(source => source.Path, StringComparer.Ordinal),
    ];

    private static ManifestSource? Source(string repositoryRoot, SourcePaths paths, SymbolDocument document)
    {
        if (paths.Find(document.Name) is { } path)
        {
            return document.Checksum is null
                ? AsItIs(repositoryRoot, path)
                : new ManifestSource(path, document.Algorithm, document.Checksum);
        }

        // A missing source file means that the assembly is out of date, except for generated sources, which were never on disk.
        return document is { Checksum: not null, IsEmbedded: false } && paths.Locate(document.Name) is { } gone
            ? new ManifestSource(gone, document.Algorithm, document.Checksum)
            : null;
    }

    // Files named by line directives and attributes have no checksum; with their current content, at least later changes are noticed.
    private static ManifestSource? AsItIs(string repositoryRoot, string path)
    {
        try
        {
            var content = RegularFile.ReadAllBytes(Path.Combine(repositoryRoot, path));
            return new ManifestSource(path, ChecksumAlgorithm.Sha256, SourceChecksum.Compute(content, ChecksumAlgorithm.Sha256));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

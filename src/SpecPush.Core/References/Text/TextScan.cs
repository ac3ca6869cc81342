using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using SpecPush.Checkout;

namespace SpecPush.References.Text;

/// <summary>The references in the text of many files.</summary>
/// <param name="References">Sorted by path and line in ordinal order.</param>
/// <param name="Partial">References to a known group without a requirement, in the same order.</param>
/// <param name="Unreadable">The files that could not be read, with the reason, by path.</param>
internal sealed record TextScan(ImmutableArray<Reference> References, ImmutableArray<Reference> Partial, ImmutableSortedDictionary<string, string> Unreadable)
{
    /// <summary>The references of contents that were not known before, by content.</summary>
    public IReadOnlyDictionary<BlobId, TextReference[]> Learned { get; private init; } = FrozenDictionary<BlobId, TextReference[]>.Empty;

    /// <summary>How many files were opened.</summary>
    public int FilesRead { get; private init; }

    /// <param name="root">The repository root.</param>
    /// <param name="paths">The files.</param>
    /// <param name="groups">The groups of the specs, as <c>feature.GROUP</c>.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    public static TextScan Read(string root, IReadOnlyList<string> paths, FrozenSet<string> groups, CancellationToken cancellationToken) =>
        Read(root, [.. paths.Select(static path => new RepositoryFile(path, IsTracked: false))], groups, KnownTexts.None, cancellationToken);

    /// <param name="root">The repository root.</param>
    /// <param name="files">The files.</param>
    /// <param name="groups">The groups of the specs, as <c>feature.GROUP</c>.</param>
    /// <param name="known">The contents that need not be read again.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    public static TextScan Read(string root, ImmutableArray<RepositoryFile> files, FrozenSet<string> groups, KnownTexts known, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<FoundReferences>();
        var unreadable = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        Parallel.ForEach(
            files,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () =>
            {
                var references = new FoundReferences(groups);
                found.Add(references);
                return new TextReader(new FileScanner(root, references), references, known);
            },
            (file, _, reader) =>
            {
                try
                {
                    reader.Read(file, cancellationToken);
                }
                catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
                {
                    // It was deleted after it was listed.
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    unreadable[file.Path] = exception.Message;
                }

                return reader;
            },
            static reader => reader.Dispose());

        return new TextScan(
            Sort(found.SelectMany(static list => list.References)), Sort(found.SelectMany(static list => list.Partial)), unreadable.ToImmutableSortedDictionary(StringComparer.Ordinal))
        {
            Learned = found.SelectMany(static list => list.Learned).DistinctBy(static text => text.Key).ToFrozenDictionary(),
            FilesRead = found.Sum(static list => list.FilesRead),
        };
    }

    private static ImmutableArray<Reference> Sort(IEnumerable<Reference> references)
    {
        var sorted = references.ToArray();
        Array.Sort(sorted, static (left, right) =>
            string.CompareOrdinal(left.Path, right.Path) is var byPath and not 0 ? byPath
            : left.Line != right.Line ? left.Line.CompareTo(right.Line)
            : string.CompareOrdinal(left.Acid, right.Acid));
        return [.. sorted];
    }
}

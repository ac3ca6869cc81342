using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SpecPush.References.Text;

/// <summary>What the text of many files refers to.</summary>
/// <param name="References">Sorted by path and line in ordinal order.</param>
/// <param name="Unreadable">The files that could not be read, with the reason, by path.</param>
internal sealed record TextScan(ImmutableArray<Reference> References, ImmutableSortedDictionary<string, string> Unreadable)
{
    public static TextScan Read(string root, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<List<Reference>>();
        var unreadable = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        Parallel.ForEach(
            paths,
            new ParallelOptions { CancellationToken = cancellationToken },
            static () => new List<Reference>(),
            (path, _, references) =>
            {
                try
                {
                    FileScanner.Scan(root, path, references, cancellationToken);
                }
                catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
                {
                    // Removed since it was listed: then it refers to nothing.
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    unreadable[path] = exception.Message;
                }

                return references;
            },
            found.Add);

        var references = found.SelectMany(static list => list).ToArray();
        Array.Sort(references, static (left, right) =>
            string.CompareOrdinal(left.Path, right.Path) is var byPath and not 0 ? byPath
            : left.Line != right.Line ? left.Line.CompareTo(right.Line)
            : string.CompareOrdinal(left.Acid, right.Acid));
        return new TextScan([.. references], unreadable.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }
}

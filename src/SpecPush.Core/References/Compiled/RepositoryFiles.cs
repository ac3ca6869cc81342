namespace SpecPush.References.Compiled;

/// <summary>The files of the repository: those that git knows or, where git was not asked, those on disk.</summary>
internal sealed class RepositoryFiles
{
    private readonly string _root;
    private readonly IReadOnlyCollection<string> _known;
    private readonly HashSet<string> _exact;
    private readonly ILookup<string, string> _byLooseName;

    public RepositoryFiles(string root, IReadOnlyCollection<string> known)
    {
        _root = root;
        _known = known;
        _exact = known.ToHashSet(StringComparer.Ordinal);
        _byLooseName = known.ToLookup(path => path, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The path as git spells it, which may differ in case from what a compiler on Windows was told; null if there is none.</summary>
    public string? Find(string path)
    {
        if (_known.Count == 0)
        {
            return File.Exists(Path.Combine(_root, path)) ? path : null;
        }

        return _exact.Contains(path) ? path : _byLooseName[path].Count() == 1 ? _byLooseName[path].Single() : null;
    }

    /// <summary>
    /// The folder in front of most of the documents that end as exactly one known file does; null if there is no such document. Files
    /// in the root say nothing: their bare names are too common.
    /// </summary>
    public string? FindRootOf(IEnumerable<string> documents)
    {
        var byName = _known.Where(path => path.Contains('/', StringComparison.Ordinal))
            .ToLookup(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase);
        return documents
            .Select(DocumentPath.Normalize)
            .Select(document => (Document: document, Files: byName[Path.GetFileName(document)].Where(path => EndsWith(document, path)).ToList()))
            .Where(match => match.Files.Count == 1)
            .GroupBy(match => match.Document[..^match.Files[0].Length], StringComparer.Ordinal)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
    }

    private static bool EndsWith(string document, string path) => document.EndsWith("/" + path, StringComparison.OrdinalIgnoreCase);
}

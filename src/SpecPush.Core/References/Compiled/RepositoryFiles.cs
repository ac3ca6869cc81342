namespace SpecPush.References.Compiled;

/// <summary>The files of the repository: those that git knows or, in a build, those on disk.</summary>
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

    /// <summary>The path as git spells it, which may differ in case from a compiler's path on Windows; null if there is no such file.</summary>
    public string? Find(string path)
    {
        if (_known.Count == 0)
        {
            return File.Exists(Path.Combine(_root, path)) ? path : null;
        }

        return _exact.Contains(path) ? path : _byLooseName[path].Count() == 1 ? _byLooseName[path].Single() : null;
    }

    /// <summary>
    /// Matches the documents with known files by the ends of their paths, and returns the folder that most unambiguous matches have in
    /// front; null without such matches. Files in the root do not count, because bare file names are too common.
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

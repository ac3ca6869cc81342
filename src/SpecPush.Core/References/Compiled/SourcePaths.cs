using System.Collections.Immutable;
using SpecPush.Files;

namespace SpecPush.References.Compiled;

/// <summary>Finds the repository's file for a path in symbols or attributes.</summary>
internal sealed class SourcePaths
{
    private readonly ImmutableArray<SourceFolder> _folders;
    private readonly RepositoryFiles _files;
    private readonly OutputFolders _output;

    private SourcePaths(ImmutableArray<SourceFolder> folders, RepositoryFiles files, OutputFolders output)
    {
        _folders = folders;
        _files = files;
        _output = output;
    }

    /// <summary>
    /// Looks for paths in the repository's root, then in what the compiler wrote for it, then in SourceLink's root. If none of
    /// <paramref name="documents"/> is there, the assembly was built on another machine, and the root is found by comparing the ends of
    /// the documents' paths with those of the repository's files.
    /// </summary>
    public static SourcePaths Create(AssemblyReadRequest request, string? sourceLinkRoot, IReadOnlyCollection<string> documents)
    {
        var files = new RepositoryFiles(request.RepositoryRoot, request.Files);
        var roots = RepositoryRoots.Find(request.RepositoryRoot);
        var folders = roots.Select(static root => new SourceFolder(root, "")).ToList();
        folders.AddRange(request.SourceRoots
            .Where(static source => source.MappedPath.Length > 0)
            .OrderByDescending(static source => source.MappedPath.Length)
            .SelectMany(source => roots.Select(root => SourceFolder.From(source, root)).OfType<SourceFolder>().Take(1)));
        if (sourceLinkRoot is not null)
        {
            folders.Add(new SourceFolder(sourceLinkRoot, ""));
        }

        var output = OutputFolders.From(request);
        var paths = new SourcePaths([.. folders], files, output);
        return documents.Any(document => paths.Find(document) is not null) || files.FindRootOf(documents) is not { } elsewhere
            ? paths
            : new SourcePaths([new SourceFolder(elsewhere, "")], files, output);
    }

    /// <summary>The path relative to the root, in git's spelling; null if it is not a file of the repository, or is intermediate output.</summary>
    public string? Find(string document) => Locate(document) is { } path ? _files.Find(path) : null;

    /// <summary>The path relative to the root of a file that may be deleted.</summary>
    public string? Locate(string document) => Below(document) is { } path && !_output.Contain(path) ? path : null;

    /// <summary>Whether a document is intermediate output, or a source that exists only in the compiler.</summary>
    public bool IsGenerated(SymbolDocument document) =>
        (Below(document.Name) is { } path && _output.Contain(path)) || (document.IsEmbedded && !DocumentPath.IsAbsolute(document.Name));

    private string? Below(string document)
    {
        var normalized = DocumentPath.Normalize(document);
        return _folders
            .Select(folder => DocumentPath.Below(folder.Name, normalized) is { } rest ? RepositoryPath.Combine(folder.Path, rest) : null)
            .FirstOrDefault(path => path is not null);
    }
}

using System.Collections.Immutable;
using SpecPush.Files;

namespace SpecPush.References.Compiled;

/// <summary>Finds the repository's file for a path in symbols or attributes.</summary>
internal sealed class SourcePaths
{
    private readonly ImmutableArray<Folder> _folders;
    private readonly RepositoryFiles _files;
    private readonly OutputFolders _output;

    private SourcePaths(ImmutableArray<Folder> folders, RepositoryFiles files, OutputFolders output)
    {
        _folders = folders;
        _files = files;
        _output = output;
    }

    /// <summary>
    /// Looks for paths in the repository's root, then in the source roots of the build, then in SourceLink's root. If none of
    /// <paramref name="documents"/> is there, the assembly was built on another machine, and the root is found by comparing the ends of
    /// the documents' paths with those of the repository's files.
    /// </summary>
    public static SourcePaths Create(AssemblyReadRequest request, string? sourceLinkRoot, IReadOnlyCollection<string> documents)
    {
        var files = new RepositoryFiles(request.RepositoryRoot, request.Files);
        var root = DocumentPath.Normalize(request.RepositoryRoot);
        var folders = new List<Folder> { new(root, "") };
        foreach (var source in request.SourceRoots.OrderByDescending(source => source.MappedPath.Length))
        {
            var local = DocumentPath.Normalize(source.LocalPath).TrimEnd('/');
            if (source.MappedPath.Length > 0 && (local == root.TrimEnd('/') ? "" : DocumentPath.Below(root, local)) is { } below)
            {
                folders.Add(new Folder(DocumentPath.Normalize(source.MappedPath), below));
            }
        }

        if (sourceLinkRoot is not null)
        {
            folders.Add(new Folder(sourceLinkRoot, ""));
        }

        var output = OutputFolders.From(request);
        var paths = new SourcePaths([.. folders], files, output);
        return documents.Any(document => paths.Find(document) is not null) || files.FindRootOf(documents) is not { } elsewhere
            ? paths
            : new SourcePaths([new Folder(elsewhere, "")], files, output);
    }

    /// <summary>The path relative to the root, in git's spelling; null if it is not a file of the repository, or is intermediate output.</summary>
    public string? Find(string document) => Locate(document) is { } path ? _files.Find(path) : null;

    /// <summary>The path relative to the root of a file that may be deleted.</summary>
    public string? Locate(string document)
    {
        var normalized = DocumentPath.Normalize(document);
        var below = _folders
            .Select(folder => DocumentPath.Below(folder.Name, normalized) is { } rest ? RepositoryPath.Combine(folder.Path, rest) : null)
            .FirstOrDefault(path => path is not null);
        return below is null || _output.Contain(below) ? null : below;
    }

    /// <param name="Name">The folder in symbols.</param>
    /// <param name="Path">The same folder in the repository.</param>
    private sealed record Folder(string Name, string Path);
}

/// <summary>Paths as compilers on any system write them.</summary>
internal static class DocumentPath
{
    /// <summary>Uses <c>/</c>, and resolves <c>.</c> and <c>..</c>, which line directives may contain.</summary>
    public static string Normalize(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Replace('\\', '/').Split('/'))
        {
            if (segment == ".." && segments.Count > 1)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != "." && (segment.Length > 0 || segments.Count == 0))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }

    public static bool IsAbsolute(string path) =>
        path.StartsWith('/') || path.StartsWith('\\') || (path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':');

    /// <summary>
    /// <paramref name="path"/> relative to <paramref name="folder"/>, both normalized; null if it is not inside. Paths with a drive
    /// letter are compared without regard to case, as on Windows.
    /// </summary>
    public static string? Below(string folder, string path)
    {
        folder = folder.TrimEnd('/');
        var comparison = path.Length > 1 && path[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return path.Length > folder.Length + 1 && path[folder.Length] == '/' && path.StartsWith(folder, comparison)
            ? path[(folder.Length + 1)..]
            : null;
    }
}

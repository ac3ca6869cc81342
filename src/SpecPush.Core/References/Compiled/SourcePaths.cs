using System.Collections.Immutable;
using SpecPush.Files;

namespace SpecPush.References.Compiled;

/// <summary>Finds the file of the repository that a path in symbols or attributes means.</summary>
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
    /// Paths are looked for in the repository's root, then in the source roots of the build, then where SourceLink puts the root.
    /// When not one of <paramref name="documents"/> is found there, the assembly comes from another machine, and the root is where the
    /// documents have the same ends as files of the repository.
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

    /// <summary>The path relative to the root, in git's spelling; null when it is no file of the repository, or intermediate output.</summary>
    public string? Find(string document) => Locate(document) is { } path ? _files.Find(path) : null;

    /// <summary>The same for a file that may be gone.</summary>
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

/// <summary>Paths as compilers write them, on whatever system they ran.</summary>
internal static class DocumentPath
{
    /// <summary>With <c>/</c>, and without <c>.</c> and <c>..</c>, which line directives leave in.</summary>
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
    /// What follows <paramref name="folder"/> in <paramref name="path"/>, both normalized; null when it is not in there. Paths with a
    /// drive letter are compared as Windows does.
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

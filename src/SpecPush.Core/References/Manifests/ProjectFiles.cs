using SpecPush.Files;

namespace SpecPush.References.Manifests;

/// <summary>Recognises project files, and finds the project that a file belongs to.</summary>
internal static class ProjectFiles
{
    public static bool IsProjectFile(string path) =>
        path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".vbproj", StringComparison.OrdinalIgnoreCase);

    /// <summary>The deepest of <paramref name="projectFolders"/> that contains <paramref name="path"/>; the root if none does.</summary>
    public static string NearestFolder(string path, IReadOnlySet<string> projectFolders)
    {
        var folder = RepositoryPath.Folder(path);
        while (folder.Length > 0 && !projectFolders.Contains(folder))
        {
            folder = RepositoryPath.Folder(folder);
        }

        return folder;
    }

    /// <summary>
    /// The project that an assembly was built from. Of the projects nearest to its sources, this is the one with the assembly's name,
    /// else the one with the most sources; null if there are none.
    /// </summary>
    public static string? FindOwner(string assemblyPath, IEnumerable<ManifestSource> sources, IReadOnlyCollection<string> files)
    {
        var projects = files.Where(IsProjectFile).ToLookup(RepositoryPath.Folder, StringComparer.Ordinal);
        var folders = projects.Select(folder => folder.Key).ToHashSet(StringComparer.Ordinal);
        return sources
            .SelectMany(source => projects[NearestFolder(source.Path, folders)])
            .GroupBy(project => project, StringComparer.Ordinal)
            .OrderByDescending(project => HasNameOf(assemblyPath, project.Key))
            .ThenByDescending(project => project.Count())
            .ThenBy(project => project.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
    }

    private static bool HasNameOf(string assemblyPath, string project) =>
        Path.GetFileNameWithoutExtension(project).Equals(Path.GetFileNameWithoutExtension(assemblyPath), StringComparison.OrdinalIgnoreCase);
}

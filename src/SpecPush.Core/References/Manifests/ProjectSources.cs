using System.Collections.Immutable;
using SpecPush.Files;

namespace SpecPush.References.Manifests;

/// <summary>The files in a project's folder that its compiler could read, whether it does or not.</summary>
internal static class ProjectSources
{
    // What builds and tools write, and what git keeps for itself.
    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules", ".git"];

    /// <summary>Paths relative to the repository root, sorted; null if they cannot be listed.</summary>
    public static ImmutableArray<string>? Find(string root, string projectPath)
    {
        var folder = RepositoryPath.Folder(projectPath);
        try
        {
            return RepositoryPath.IsInside(projectPath) && ProjectFiles.IsProjectFile(projectPath)
                ? [.. FolderFiles.Find(Path.Combine(root, folder), Extension(projectPath), SkippedFolders).Select(path => RepositoryPath.Combine(folder, path)).Order(StringComparer.Ordinal)]
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A source that is in the project's folder now, and was not when its tests were compiled; null if there is none.</summary>
    /// <param name="manifest">What was compiled.</param>
    /// <param name="root">Absolute path of the repository.</param>
    /// <param name="files">The paths that git knows.</param>
    public static string? FindNew(ReferenceManifest manifest, string root, IReadOnlyCollection<string> files)
    {
        if (manifest.OtherFiles is not { } others || !ProjectFiles.IsProjectFile(manifest.ProjectPath))
        {
            return null;
        }

        var folder = RepositoryPath.Folder(manifest.ProjectPath);
        var below = RepositoryPath.Combine(folder, "");
        var known = others.Concat(manifest.Sources.Select(static source => source.Path)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var projectFolders = new Lazy<HashSet<string>>(() => files.Where(ProjectFiles.IsProjectFile).Select(RepositoryPath.Folder).ToHashSet(StringComparer.Ordinal));
        return files
            .Where(path => path.StartsWith(below, StringComparison.Ordinal) && path.EndsWith(Extension(manifest.ProjectPath), StringComparison.OrdinalIgnoreCase) && !known.Contains(path))
            .FirstOrDefault(path => !path[below.Length..].Split('/').Any(SkippedFolders.Contains) && ProjectFiles.NearestFolder(path, projectFolders.Value) == folder && File.Exists(Path.Combine(root, path)));
    }

    // ".cs" for a .csproj.
    private static string Extension(string projectPath) => Path.GetExtension(projectPath)[..3];
}

using System.Collections.Immutable;
using SpecPush.Files;

namespace SpecPush.References.Manifests;

/// <summary>Recognises test projects by the text of their files, without evaluating them.</summary>
internal static class TestProjects
{
    private const string SharedProperties = "Directory.Build.props";

    /// <summary>The project files among <paramref name="paths"/> that are test projects, sorted.</summary>
    public static ImmutableArray<string> Find(string repositoryRoot, IReadOnlyCollection<string> paths) =>
        Find(paths, path => ProjectText.Read(Path.Combine(repositoryRoot, path)));

    /// <summary>Whether a file of this name can make a project a test project.</summary>
    public static bool Reads(string path) => ProjectFiles.IsProjectFile(path) || IsSharedProperties(path);

    /// <inheritdoc cref="Find(string, IReadOnlyCollection{string})"/>
    public static ImmutableArray<string> Find(IReadOnlyCollection<string> paths, Func<string, ProjectText> read)
    {
        var properties = paths
            .Where(IsSharedProperties)
            // On a case-sensitive file system, MSBuild ignores other spellings in the same folder.
            .OrderByDescending(path => Path.GetFileName(path) == SharedProperties)
            .DistinctBy(RepositoryPath.Folder)
            .ToDictionary(RepositoryPath.Folder, read, StringComparer.Ordinal);

        return
        [
            .. paths.Where(ProjectFiles.IsProjectFile).Where(IsTestProject).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];

        bool IsTestProject(string path) =>
            read(path).HoldsTests
            ?? (HasTestName(path) || NearestProperties(RepositoryPath.Folder(path)) is { HoldsTests: true });

        // MSBuild imports only the nearest file of this name.
        ProjectText? NearestProperties(string folder)
        {
            while (!properties.ContainsKey(folder) && folder.Length > 0)
            {
                folder = RepositoryPath.Folder(folder);
            }

            return properties.GetValueOrDefault(folder);
        }
    }

    /// <summary>Whether a project is expected to have tests.</summary>
    public static bool Includes(string repositoryRoot, string project)
    {
        var properties = new List<string>();
        for (var folder = RepositoryPath.Folder(project); ; folder = RepositoryPath.Folder(folder))
        {
            properties.Add(RepositoryPath.Combine(folder, SharedProperties));
            if (folder.Length == 0)
            {
                return !Find(repositoryRoot, [project, .. properties.Where(path => File.Exists(Path.Combine(repositoryRoot, path)))]).IsEmpty;
            }
        }
    }

    private static bool IsSharedProperties(string path) => Path.GetFileName(path.AsSpan()).Equals(SharedProperties, StringComparison.OrdinalIgnoreCase);

    private static bool HasTestName(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name is "Test" || name.EndsWith(".Test", StringComparison.Ordinal) || name.EndsWith("Tests", StringComparison.Ordinal);
    }
}

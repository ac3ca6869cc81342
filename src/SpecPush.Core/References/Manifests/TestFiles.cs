using SpecPush.Files;

namespace SpecPush.References.Manifests;

/// <summary>Finds the files that belong to test projects.</summary>
internal static class TestFiles
{
    /// <summary>
    /// The files that only test projects compile, and every file whose nearest project is a test project. A project in the root owns
    /// only what it compiles; otherwise a repository with a single test project would consist of tests.
    /// </summary>
    /// <param name="manifests">Those that are up to date.</param>
    /// <param name="testProjects">The projects that are test projects by the text of their files. What a manifest says of a project counts more.</param>
    /// <param name="files">The paths that git knows.</param>
    public static HashSet<string> Find(
        IReadOnlyCollection<ReferenceManifest> manifests, IReadOnlyCollection<string> testProjects, IReadOnlyCollection<string> files)
    {
        var compiled = manifests.Where(manifest => manifest.IsTestProject).SelectMany(Sources);
        var compiledElsewhere = manifests.Where(manifest => !manifest.IsTestProject).SelectMany(Sources);
        var projects = files.Where(ProjectFiles.IsProjectFile).ToArray();
        var testFolders = FoldersByText(testProjects, projects);
        testFolders.UnionWith(manifests.Where(manifest => manifest.IsTestProject).Select(ProjectFolder));
        testFolders.ExceptWith(manifests.Where(manifest => !manifest.IsTestProject).Select(ProjectFolder));
        testFolders.Remove("");

        var projectFolders = projects.Select(RepositoryPath.Folder).ToHashSet(StringComparer.Ordinal);
        projectFolders.UnionWith(testFolders);
        var testFiles = compiled.ToHashSet(StringComparer.Ordinal);
        if (testFolders.Count > 0)
        {
            testFiles.UnionWith(files.Where(file => testFolders.Contains(ProjectFiles.NearestFolder(file, projectFolders))));
        }

        testFiles.ExceptWith(compiledElsewhere);
        return testFiles;
    }

    // If a folder also has a project without tests, only a build knows which files belong to which.
    private static HashSet<string> FoldersByText(IReadOnlyCollection<string> testProjects, IEnumerable<string> projects)
    {
        var folders = testProjects.Select(RepositoryPath.Folder).ToHashSet(StringComparer.Ordinal);
        folders.ExceptWith(projects.Except(testProjects).Select(RepositoryPath.Folder));
        return folders;
    }

    private static IEnumerable<string> Sources(ReferenceManifest manifest) => manifest.Sources.Select(source => source.Path);

    private static string ProjectFolder(ReferenceManifest manifest) => RepositoryPath.Folder(manifest.ProjectPath);
}

using SpecPush.Files;

namespace SpecPush.References.Manifests;

/// <summary>Finds the files that belong to test projects.</summary>
internal static class TestFiles
{
    /// <summary>
    /// The files that only test projects compile, and every file whose nearest project is a test project. A project in the root owns
    /// only what it compiles; otherwise a repository with a single test project would consist of tests.
    /// </summary>
    public static HashSet<string> Find(IReadOnlyCollection<ReferenceManifest> manifests, IReadOnlyCollection<string> files)
    {
        var compiled = manifests.Where(manifest => manifest.IsTestProject).SelectMany(Sources);
        var compiledElsewhere = manifests.Where(manifest => !manifest.IsTestProject).SelectMany(Sources);
        var testFolders = manifests.Where(manifest => manifest.IsTestProject).Select(ProjectFolder).ToHashSet(StringComparer.Ordinal);
        testFolders.ExceptWith(manifests.Where(manifest => !manifest.IsTestProject).Select(ProjectFolder));
        testFolders.Remove("");

        var projectFolders = files.Where(ProjectFiles.IsProjectFile).Select(RepositoryPath.Folder).ToHashSet(StringComparer.Ordinal);
        projectFolders.UnionWith(testFolders);
        var testFiles = compiled.ToHashSet(StringComparer.Ordinal);
        if (testFolders.Count > 0)
        {
            testFiles.UnionWith(files.Where(file => testFolders.Contains(ProjectFiles.NearestFolder(file, projectFolders))));
        }

        testFiles.ExceptWith(compiledElsewhere);
        return testFiles;
    }

    private static IEnumerable<string> Sources(ReferenceManifest manifest) => manifest.Sources.Select(source => source.Path);

    private static string ProjectFolder(ReferenceManifest manifest) => RepositoryPath.Folder(manifest.ProjectPath);
}

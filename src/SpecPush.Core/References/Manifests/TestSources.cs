using System.Collections.Immutable;
using SpecPush.Files;

namespace SpecPush.References.Manifests;

/// <summary>The files that determine the references of test assemblies.</summary>
/// <param name="Compiled">What the last builds of the test projects compiled.</param>
/// <param name="ProjectFolders">The folders of the test projects.</param>
/// <param name="AllProjectFolders">The folders of all projects, to find the project nearest to a file.</param>
internal sealed record TestSources(ImmutableHashSet<string> Compiled, ImmutableHashSet<string> ProjectFolders, ImmutableHashSet<string> AllProjectFolders)
{
    private static readonly string[] Extensions = [".cs", ".fs", ".vb", ".feature", ".csproj", ".fsproj", ".vbproj", ".props", ".targets"];

    public static TestSources From(IReadOnlyCollection<ReferenceManifest> manifests, IEnumerable<string> testProjects, IEnumerable<string> files)
    {
        var tests = manifests.Where(static manifest => manifest.IsTestProject).ToArray();
        var folders = testProjects.Concat(tests.Select(static manifest => manifest.ProjectPath)).Select(RepositoryPath.Folder).ToImmutableHashSet(StringComparer.Ordinal);
        return new TestSources(
            tests.SelectMany(static manifest => manifest.Sources).Select(static source => source.Path).ToImmutableHashSet(StringComparer.Ordinal),
            folders,
            folders.Union(files.Where(ProjectFiles.IsProjectFile).Select(RepositoryPath.Folder)));
    }

    /// <summary>Whether the file was compiled into a test assembly, or will be in the next build; deleted files count, too.</summary>
    public bool Contains(string path) => Compiled.Contains(path)
        || (Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && ProjectFolders.Contains(ProjectFiles.NearestFolder(path, AllProjectFolders)));
}

namespace SpecPush.References.Manifests;

/// <summary>
/// Spells the paths of manifests as git does. Where the file system does not tell upper from lower case, compilers write paths as a solution or
/// project file spells them, and to git and the server these are other files.
/// </summary>
/// <param name="root">The repository root.</param>
/// <param name="files">The paths that git knows.</param>
internal sealed class GitSpelling(string root, IReadOnlyCollection<string> files)
{
    private readonly HashSet<string> _exact = files.ToHashSet(StringComparer.Ordinal);
    private readonly ILookup<string, string> _loose = files.ToLookup(static path => path, StringComparer.OrdinalIgnoreCase);

    public ReferenceManifest Apply(ReferenceManifest manifest) => manifest with
    {
        ProjectPath = Apply(manifest.ProjectPath),
        Sources = [.. manifest.Sources.Select(source => source with { Path = Apply(source.Path) })],
        Tests = [.. manifest.Tests.Select(test => test with { Path = Apply(test.Path) })],
    };

    private string Apply(string path)
    {
        if (_exact.Contains(path) || _loose[path].ToArray() is not [var known])
        {
            return path;
        }

        // Where case matters, a file of the other spelling is another file.
        return OperatingSystem.IsLinux() && File.Exists(Path.Combine(root, path)) ? path : known;
    }
}

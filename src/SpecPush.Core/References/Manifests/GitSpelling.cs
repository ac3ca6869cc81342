namespace SpecPush.References.Manifests;

/// <summary>
/// Spells the paths in manifests as git does. On a case-insensitive file system, compilers write paths in the case of the project or
/// solution file, but to git and the server a path in another case is another file.
/// </summary>
/// <param name="root">The repository root.</param>
/// <param name="files">The paths that git knows.</param>
internal sealed class GitSpelling(string root, IReadOnlyCollection<string> files)
{
    // Rarely needed: only with manifests, and only with paths that git spells in another way.
    private readonly Lazy<HashSet<string>> _exact = new(() => files.ToHashSet(StringComparer.Ordinal));
    private readonly Lazy<ILookup<string, string>> _loose = new(() => files.ToLookup(static path => path, StringComparer.OrdinalIgnoreCase));

    public ReferenceManifest Apply(ReferenceManifest manifest) => manifest with
    {
        ProjectPath = Apply(manifest.ProjectPath),
        Sources = [.. manifest.Sources.Select(source => source with { Path = Apply(source.Path) })],
        Tests = [.. manifest.Tests.Select(test => test with { Path = Apply(test.Path) })],
    };

    private string Apply(string path)
    {
        if (_exact.Value.Contains(path) || _loose.Value[path].ToArray() is not [var known])
        {
            return path;
        }

        // On a case-sensitive file system, a path in another case is another file.
        return OperatingSystem.IsLinux() && File.Exists(Path.Combine(root, path)) ? path : known;
    }
}

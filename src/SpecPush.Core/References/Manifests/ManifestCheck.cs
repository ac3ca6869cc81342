using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.References.Manifests;

/// <summary>Sorts out the manifests that speak of other files than those of the checkout.</summary>
internal static class ManifestCheck
{
    /// <summary>
    /// The manifests whose every source still has the content that it was compiled from. Of the others, one message per project names
    /// those whose project exists and has no current manifest, as of another configuration.
    /// </summary>
    public static ManifestSelection Select(
        IEnumerable<ReferenceManifest> manifests, string repositoryRoot, CancellationToken cancellationToken)
    {
        var contents = new SourceContents(repositoryRoot);
        var current = ImmutableArray.CreateBuilder<ReferenceManifest>();
        var stale = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var manifest in manifests.Where(manifest => IsProjectThere(repositoryRoot, manifest)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (manifest.Sources.FirstOrDefault(source => !contents.IsUnchanged(source)) is not { } changed)
            {
                current.Add(manifest);
            }
            else
            {
                stale.TryAdd(manifest.ProjectPath, changed.Path);
            }
        }

        var projects = current.Select(manifest => manifest.ProjectPath).ToHashSet(StringComparer.Ordinal);
        return new ManifestSelection(
            current.ToImmutable(),
            [.. stale.Where(entry => !projects.Contains(entry.Key)).Select(entry => Name(entry.Key, entry.Value))]);
    }

    private static bool IsProjectThere(string repositoryRoot, ReferenceManifest manifest) =>
        manifest.ProjectPath.Length == 0 || File.Exists(Path.Combine(repositoryRoot, manifest.ProjectPath));

    private static Finding Name(string projectPath, string changedPath) =>
        CompiledReferenceFindings.StaleManifest(projectPath, changedPath);
}

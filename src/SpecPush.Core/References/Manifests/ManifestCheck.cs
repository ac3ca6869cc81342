using System.Collections.Immutable;
using SpecPush.Files;
using SpecPush.Findings;

namespace SpecPush.References.Manifests;

/// <summary>Selects the manifests that match the files of the checkout.</summary>
internal static class ManifestCheck
{
    /// <summary>
    /// Selects the manifests whose source files are all unchanged since they were compiled, and to which none was added. There is one
    /// message for each existing project that has no such manifest; a manifest of another configuration would do.
    /// </summary>
    public static ManifestSelection Select(
        IEnumerable<ReferenceManifest> manifests, string repositoryRoot, IReadOnlyCollection<string> files, CancellationToken cancellationToken)
    {
        var contents = new SourceContents(repositoryRoot);
        var current = ImmutableArray.CreateBuilder<ReferenceManifest>();
        var stale = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var manifest in manifests.Where(manifest => IsProjectThere(repositoryRoot, manifest)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((manifest.Sources.FirstOrDefault(source => !contents.IsUnchanged(source))?.Path ?? ProjectSources.FindNew(manifest, repositoryRoot, files)) is { } changed)
            {
                stale.TryAdd(manifest.ProjectPath, changed);
            }
            else
            {
                current.Add(manifest);
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

/// <summary>The manifests that may be used.</summary>
/// <param name="Current">In the given order.</param>
/// <param name="Findings">Names the projects whose manifests are out of date.</param>
internal sealed record ManifestSelection(ImmutableArray<ReferenceManifest> Current, ImmutableArray<Finding> Findings);

/// <summary>Compares the sources of many manifests, which share most of them, and reads each file only once.</summary>
internal sealed class SourceContents(string repositoryRoot)
{
    private readonly Dictionary<ManifestSource, bool> _answers = [];

    /// <summary>Whether the file is unchanged since it was compiled.</summary>
    public bool IsUnchanged(ManifestSource source)
    {
        if (!_answers.TryGetValue(source, out var answer))
        {
            answer = Compare(source);
            _answers.Add(source, answer);
        }

        return answer;
    }

    private bool Compare(ManifestSource source)
    {
        try
        {
            var path = Path.Combine(repositoryRoot, source.Path);
            return File.Exists(path) && SourceChecksum.Matches(RegularFile.ReadAllBytes(path), source.Algorithm, source.Checksum);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

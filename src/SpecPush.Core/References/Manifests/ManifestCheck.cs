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

/// <summary>The manifests that may be used.</summary>
/// <param name="Current">In the order in which they came.</param>
/// <param name="Findings">Names the projects whose manifests are out of date.</param>
internal sealed record ManifestSelection(ImmutableArray<ReferenceManifest> Current, ImmutableArray<Finding> Findings);

/// <summary>Answers for many manifests, which share most of their sources, while it reads each file once.</summary>
internal sealed class SourceContents(string repositoryRoot)
{
    private readonly Dictionary<ManifestSource, bool> _answers = [];

    /// <summary>Whether the file still has the content that it was compiled from.</summary>
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
            return File.Exists(path) && SourceChecksum.Matches(File.ReadAllBytes(path), source.Algorithm, source.Checksum);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

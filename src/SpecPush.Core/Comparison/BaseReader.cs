using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.References;
using SpecPush.References.Collected;
using SpecPush.References.Manifests;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Comparison;

/// <summary>Finds out what a checkout of the base would contain, from the current checkout and git's objects.</summary>
internal sealed class BaseReader(IRepository repository, PushSettings settings, ComparedCheckout checkout)
{
    private readonly SpecFiles _specFiles = new(repository, settings);

    /// <summary>The base's side of the comparison, or how many contents the clone lacks.</summary>
    /// <param name="commit">The base.</param>
    /// <param name="files">Its files.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(ComparedSide? Side, int Missing)> ReadAsync(string commit, BaseFiles files, CancellationToken cancellationToken)
    {
        var all = files.All;
        var differing = SearchedFiles.Choose(settings, _specFiles, [.. files.Others.Keys]);
        var candidates = Candidates(all, ReadGiven(commit, cancellationToken));
        var sources = candidates.SelectMany(static manifest => manifest.Sources).Select(static source => source.Path).ToHashSet(StringComparer.Ordinal);
        using var contents = new BaseContents(
            path => differing.Specs.Contains(path) || TestProjects.Reads(path) || sources.Contains(path),
            path => settings.IsInScope(path) && differing.IsSearched(path));
        var missing = await contents.ReadAsync(repository, files, cancellationToken);
        if (missing > 0)
        {
            return (null, missing);
        }

        var specs = ReadSpecs(checkout.Specs.Where(files.Same.Contains).Concat(differing.Specs), files, contents, cancellationToken);
        return (new ComparedSide
        {
            Specs = specs.Specs,
            InvalidSpecs = ComparedSide.FindInvalid(specs),
            Text = [.. checkout.Side.Text.Where(reference => files.Same.Contains(reference.Path)), .. contents.Found.References],
            Manifests = [.. candidates.Where(new BaseSources(repository.Root, files, contents, checkout.Side.Manifests).Fit)],
            Files = all,
            TestProjects = TestProjects.Find(all, path => contents.Kept.TryGetValue(path, out var project)
                ? ProjectText.Read(project)
                : ProjectText.Read(Path.Combine(repository.Root, path))),
        }, 0);
    }

    // Projects without a manifest here are reported as unknown, so a collected file of another commit needs no finding of its own.
    private ImmutableArray<ReferenceManifest> ReadGiven(string commit, CancellationToken cancellationToken) => settings.Comparison.Manifests is not { } path ? []
        : Path.GetFullPath(path, repository.Root) is var folder && Directory.Exists(folder) ? ManifestFile.ReadAll(folder).Manifests
        : CollectedReferences.Read(repository.Root, [path], commit, cancellationToken).Manifests;

    private ImmutableArray<ReferenceManifest> Candidates(ImmutableArray<string> files, ImmutableArray<ReferenceManifest> given)
    {
        ImmutableArray<ReferenceManifest> all = [.. checkout.AllManifests.Concat(given)];
        if (all.IsEmpty)
        {
            return all;
        }

        var spelling = new GitSpelling(repository.Root, files);
        return [.. all.Select(spelling.Apply)];
    }

    private SpecReading ReadSpecs(IEnumerable<string> paths, BaseFiles files, BaseContents contents, CancellationToken cancellationToken)
    {
        // The checkout ignores a spec whose feature another spec describes, but in the base it may have been the only one.
        var known = checkout.Side.Specs.Where(spec => files.Same.Contains(spec.Path)).ToImmutableArray();
        var unread = paths.Except(known.Select(static spec => spec.Path)).ToArray();
        var (same, _) = _specFiles.ReadFiles(unread.Where(files.Same.Contains));
        var others = unread.Where(contents.Kept.ContainsKey).Select(path => new SpecFile(path, contents.Kept[path]));
        return SpecReader.ReadAll([.. same, .. others], known, cancellationToken);
    }
}

/// <summary>Tells which manifests fit the base.</summary>
internal sealed class BaseSources(string root, BaseFiles files, BaseContents contents, ImmutableArray<ReferenceManifest> fittingCheckout)
{
    private readonly HashSet<ManifestSource> _fittingCheckout = [.. fittingCheckout.SelectMany(static manifest => manifest.Sources)];
    private readonly SourceContents _checkout = new(root);

    public bool Fit(ReferenceManifest manifest) =>
        (manifest.ProjectPath.Length == 0 || files.Same.Contains(manifest.ProjectPath) || files.Others.ContainsKey(manifest.ProjectPath)) && manifest.Sources.All(Fits);

    private bool Fits(ManifestSource source) => contents.Kept.TryGetValue(source.Path, out var content)
        ? SourceChecksum.Matches(content, source.Algorithm, source.Checksum)
        : files.Same.Contains(source.Path) && (_fittingCheckout.Contains(source) || _checkout.IsUnchanged(source));
}

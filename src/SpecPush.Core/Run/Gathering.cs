using System.Collections.Frozen;
using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.References;
using SpecPush.References.Manifests;
using SpecPush.References.Text;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Run;

/// <summary>What stands in the checkout.</summary>
internal sealed record Gathering
{
    public required ImmutableArray<Spec> Specs { get; init; }

    public required ImmutableArray<Reference> References { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Whether the setting for the scope names a folder without a file.</summary>
    public required bool IsScopeEmpty { get; init; }

    public required int SparseFiles { get; init; }

    public required ImmutableArray<string> UnreadableFiles { get; init; }

    public required ImmutableArray<string> TestProjectsWithoutManifest { get; init; }

    public required TestSources TestSources { get; init; }
}

/// <summary>Reads the specs and references of a checkout.</summary>
internal sealed class Gatherer(IRepository repository, PushSettings settings, string manifestsPath)
{
    private readonly SpecFiles _specFiles = new(repository, settings);

    public async Task<Gathering> GatherAsync(bool includeUntracked, CancellationToken cancellationToken)
    {
        var listing = await repository.ListFilesAsync(includeUntracked, cancellationToken);
        var paths = listing.Files.Select(static file => file.Path).ToImmutableArray();
        var inScope = paths.Where(IsInScope).ToImmutableArray();
        var specPaths = _specFiles.Find(inScope);

        var (specs, unreadableSpecs) = _specFiles.Read(specPaths, cancellationToken);
        var excluded = settings.Exclude.Filter(inScope);
        var scanned = inScope.Where(path => ScannedPaths.Includes(path) && !specPaths.Contains(path) && !excluded.Contains(path)).ToArray();
        var text = TextScan.Read(repository.Root, scanned, GroupsOf(specs.Specs), cancellationToken);
        var compiled = CompiledReferences.Read(repository.Root, manifestsPath, settings.Assemblies, paths, cancellationToken);

        var references = compiled.MergeWith(text.References).Where(IsWanted).ToImmutableArray();
        var wantedSpecs = specs.Specs.Where(spec => settings.Features.IsEmpty || settings.Features.Contains(spec.Feature)).ToImmutableArray();
        return new Gathering
        {
            Specs = wantedSpecs,
            References = references,
            Findings =
            [
                .. specs.Findings,
                .. StraySpecs.Find(repository.Root, inScope.Where(path => !specPaths.Contains(path) && !excluded.Contains(path))),
                .. SkippedFolders.Find(repository.Root, listing.Files.Where(file => IsInScope(file.Path) && !excluded.Contains(file.Path)), specs.Specs, cancellationToken),
                .. compiled.Findings,
                .. text.Unreadable.Select(static file => ReferenceFindings.UnreadableFile(file.Key, file.Value)),
                .. ReferenceCheck.Check(specs.Specs, references),
                .. text.Partial.Where(IsWanted).Select(ReferenceFindings.PartialAcid),
            ],
            IsScopeEmpty = inScope.IsEmpty && settings.Scope.Length > 0,
            SparseFiles = listing.MissingFromSparse.Length,
            UnreadableFiles = [.. unreadableSpecs, .. text.Unreadable.Keys],
            TestProjectsWithoutManifest = compiled.TestProjectsWithoutManifest,
            TestSources = compiled.TestSources,
        };
    }

    private static FrozenSet<string> GroupsOf(ImmutableArray<Spec> specs) => specs.SelectMany(static spec => spec.Requirements)
        .Select(static requirement => requirement.Acid[..requirement.Acid.LastIndexOf('.')]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a path is one of a spec.</summary>
    public bool IsSpec(string path) => _specFiles.Find([path]).Count > 0;

    private bool IsInScope(string path) => settings.Scope.Length == 0 || path.StartsWith(settings.Scope + "/", StringComparison.Ordinal);

    private bool IsWanted(Reference reference) =>
        IsInScope(reference.Path) && (settings.Features.IsEmpty || settings.Features.Contains(reference.Feature));
}

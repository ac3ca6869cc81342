using System.Collections.Frozen;
using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Comparison;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.References;
using SpecPush.References.Manifests;
using SpecPush.References.Text;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Run;

/// <summary>The specs and references of the checkout.</summary>
internal sealed record Gathering
{
    public required ImmutableArray<Spec> Specs { get; init; }

    public required ImmutableArray<Reference> References { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Whether the scope is a folder without files.</summary>
    public required bool IsScopeEmpty { get; init; }

    public required int SparseFiles { get; init; }

    /// <summary>Committed files that would be read, but are not in the work tree.</summary>
    public required ImmutableArray<string> MissingFiles { get; init; }

    public required ImmutableArray<string> UnreadableFiles { get; init; }

    public required ImmutableArray<string> TestProjectsWithoutManifest { get; init; }

    /// <summary>Projects that were built, but of whose references some are unknown.</summary>
    public required ImmutableArray<string> IncompleteProjects { get; init; }

    public required TestSources TestSources { get; init; }

    /// <summary>How many files were opened to search for references.</summary>
    public required int FilesRead { get; init; }

    /// <summary>The same as one side of a comparison.</summary>
    public required ComparedCheckout Compared { get; init; }
}

/// <summary>Reads the specs and references of a checkout.</summary>
internal sealed class Gatherer(RunFacts facts)
{
    private readonly SpecFiles _specFiles = new(facts.Repository, facts.Settings);

    public async Task<Gathering> GatherAsync(bool includeUntracked, CancellationToken cancellationToken)
    {
        var settings = facts.Settings;
        var root = facts.Repository.Root;
        var listing = await facts.Repository.ListFilesAsync(includeUntracked, facts.Status, cancellationToken);
        var paths = listing.Files.Select(static file => file.Path).ToImmutableArray();
        var searched = SearchedFiles.Choose(settings, _specFiles, paths);
        var (specs, unreadableSpecs) = _specFiles.Read(searched.Specs, cancellationToken);
        ImmutableArray<RepositoryFile> scanned = [.. listing.Files.Where(file => settings.IsInScope(file.Path) && searched.IsSearched(file.Path))];
        var text = Scan(scanned, GroupsOf(specs.Specs), cancellationToken);
        var compiled = CompiledReferences.Read(
            new CompiledReferenceRequest(root, facts.State.ManifestsPath, settings.Assemblies, settings.Collected, facts.Status.HeadCommit), paths, cancellationToken);

        var references = compiled.MergeWith(text.References).Where(reference => IsWanted(reference) && searched.IsSearched(reference.Path)).ToImmutableArray();
        var wantedSpecs = specs.Specs.Where(spec => settings.Features.IsEmpty || settings.Features.Contains(spec.Feature)).ToImmutableArray();
        return new Gathering
        {
            Specs = wantedSpecs,
            References = references,
            Findings =
            [
                .. specs.Findings,
                .. StraySpecs.Find(root, searched.InScope.Where(path => !searched.Specs.Contains(path) && !searched.Excluded.Contains(path))),
                .. SkippedFolders.Find(root, listing.Files.Where(file => settings.IsInScope(file.Path) && !searched.Excluded.Contains(file.Path)), specs.Specs, cancellationToken),
                .. compiled.Findings,
                .. text.Unreadable.Select(static file => ReferenceFindings.UnreadableFile(file.Key, file.Value)),
                .. ReferenceCheck.Check(specs, references),
                .. ReferenceCheck.FindUntested(wantedSpecs, references),
                .. text.Partial.Where(IsWanted).Select(ReferenceFindings.PartialAcid),
            ],
            IsScopeEmpty = searched.InScope.IsEmpty && settings.Scope.Length > 0,
            SparseFiles = listing.MissingFromSparse.Length,
            MissingFiles = FindMissing(),
            UnreadableFiles = [.. unreadableSpecs, .. text.Unreadable.Keys],
            TestProjectsWithoutManifest = compiled.TestProjectsWithoutManifest,
            IncompleteProjects = compiled.IncompleteProjects,
            TestSources = compiled.TestSources,
            FilesRead = text.FilesRead,
            Compared = new ComparedCheckout(
                new ComparedSide
                {
                    Specs = specs.Specs,
                    InvalidSpecs = ComparedSide.FindInvalid(specs),
                    Text = text.References,
                    Manifests = compiled.Current,
                    Files = paths,
                    TestProjects = compiled.TestProjects,
                },
                searched.Specs,
                [.. listing.Files.Where(static file => file.IsTracked).Select(static file => file.Path)],
                listing.MissingFromSparse,
                compiled.All),
        };
    }

    private TextScan Scan(ImmutableArray<RepositoryFile> files, FrozenSet<string> groups, CancellationToken cancellationToken)
    {
        var key = $"{ProductVersion.Text}\n{string.Join('\n', groups.Order(StringComparer.Ordinal))}";
        var memory = new TextMemory(facts.State.TextsPath, key);
        var known = memory.Read();
        var text = TextScan.Read(facts.Repository.Root, files, groups, new KnownTexts(known, facts.Request.WritesState), cancellationToken);
        if (text.Learned.Count > 0)
        {
            // If this fails, saving the run fails, too, and reports it.
            StateWriting.Try(facts.State, () => memory.Write(known, text.Learned, files.Select(static file => file.Blob).OfType<BlobId>().ToHashSet()));
        }

        return text;
    }

    private ImmutableArray<string> FindMissing()
    {
        var deleted = facts.Status.Changes.Where(static change => change is { Kind: FileChangeKind.Deleted, CommittedBlob: not null }).Select(static change => change.Path);
        var chosen = SearchedFiles.Choose(facts.Settings, _specFiles, [.. deleted]);
        return [.. chosen.InScope.Where(chosen.Matters)];
    }

    private static FrozenSet<string> GroupsOf(ImmutableArray<Spec> specs) => specs.SelectMany(static spec => spec.Requirements)
        .Select(static requirement => requirement.Acid[..requirement.Acid.LastIndexOf('.')]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the file at a path is searched for references.</summary>
    public bool IsSearched(string path) => facts.Settings.IsInScope(path) && SearchedFiles.Choose(facts.Settings, _specFiles, [path]).IsSearched(path);

    /// <summary>Whether a path is a spec.</summary>
    public bool IsSpec(string path) => _specFiles.Find([path]).Count > 0;

    private bool IsWanted(Reference reference) =>
        facts.Settings.IsInScope(reference.Path) && (facts.Settings.Features.IsEmpty || facts.Settings.Features.Contains(reference.Feature));
}

using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.References;
using SpecPush.References.Text;
using SpecPush.Reporting;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Run;

/// <summary>What stands in the checkout.</summary>
internal sealed record Gathering
{
    public required ImmutableArray<Spec> Specs { get; init; }

    public required ImmutableArray<Reference> References { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    public required int SparseFiles { get; init; }

    public required ImmutableArray<string> UnreadableFiles { get; init; }

    public required ImmutableArray<string> TestProjectsWithoutManifest { get; init; }
}

/// <summary>Reads the specs and references of a checkout.</summary>
internal sealed class Gatherer(IRepository repository, PushSettings settings, string manifestsPath)
{
    public async Task<Gathering> GatherAsync(bool includeUntracked, CancellationToken cancellationToken)
    {
        var listing = await repository.ListFilesAsync(includeUntracked, cancellationToken);
        var paths = listing.Files.Select(static file => file.Path).ToImmutableArray();
        var inScope = paths.Where(IsInScope).ToImmutableArray();
        var specPaths = FindSpecs(inScope);

        var (specs, unreadableSpecs) = ReadSpecs(specPaths, cancellationToken);
        var excluded = settings.Exclude.Filter(inScope);
        var scanned = inScope.Where(path => ScannedPaths.Includes(path) && !specPaths.Contains(path) && !excluded.Contains(path)).ToArray();
        var text = TextScan.Read(repository.Root, scanned, cancellationToken);
        var compiled = CompiledReferences.Read(repository.Root, manifestsPath, paths, cancellationToken);

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
                .. compiled.Findings,
                .. text.Unreadable.Select(static file => ReferenceFindings.UnreadableFile(file.Key, file.Value)),
                .. ReferenceCheck.Of(specs.Specs, references),
            ],
            SparseFiles = listing.MissingFromSparse.Length,
            UnreadableFiles = [.. unreadableSpecs, .. text.Unreadable.Keys],
            TestProjectsWithoutManifest = compiled.TestProjectsWithoutManifest,
        };
    }

    /// <summary>Whether a path is one of a spec.</summary>
    public bool IsSpec(string path) => FindSpecs([path]).Count > 0;

    private bool IsInScope(string path) => settings.Scope.Length == 0 || path.StartsWith(settings.Scope + "/", StringComparison.Ordinal);

    private bool IsWanted(Reference reference) =>
        IsInScope(reference.Path) && (settings.Features.IsEmpty || settings.Features.Contains(reference.Feature));

    private ImmutableHashSet<string> FindSpecs(IReadOnlyCollection<string> paths)
    {
        var prefix = settings.Scope.Length == 0 ? "" : settings.Scope + "/";
        return settings.Specs.Filter(paths.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..]))
            .Select(path => prefix + path)
            .ToImmutableHashSet(StringComparer.Ordinal);
    }

    private (SpecReading Reading, ImmutableArray<string> Unreadable) ReadSpecs(ImmutableHashSet<string> paths, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<SpecFile>();
        var unreadable = ImmutableArray.CreateBuilder<string>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            try
            {
                files.Add(new SpecFile(path, File.ReadAllBytes(Path.Combine(repository.Root, path))));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                unreadable.Add(path);
                findings.Add(SpecFindings.UnreadableFile(path, exception.Message));
            }
        }

        var reading = SpecReader.ReadAll(files, cancellationToken);
        return (reading with { Findings = reading.Findings.AddRange(findings) }, unreadable.ToImmutable());
    }
}

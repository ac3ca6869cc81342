using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References;
using SpecPush.References.Manifests;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Comparison;

/// <summary>What one of the two sides of a comparison has.</summary>
internal sealed record ComparedSide
{
    /// <summary>Of all features.</summary>
    public required ImmutableArray<Spec> Specs { get; init; }

    /// <summary>Paths of specs that have an error.</summary>
    public required ImmutableHashSet<string> InvalidSpecs { get; init; }

    /// <summary>What the text of files in the scope shows, before assemblies tell which of it is part of a test.</summary>
    public required ImmutableArray<Reference> Text { get; init; }

    /// <summary>Those that fit this side.</summary>
    public required ImmutableArray<ReferenceManifest> Manifests { get; init; }

    public required ImmutableArray<string> Files { get; init; }

    /// <summary>By the text of their files.</summary>
    public required ImmutableArray<string> TestProjects { get; init; }

    /// <summary>Who refers to each requirement, as far as text and these manifests show.</summary>
    public ILookup<string, Reference> ReferencesWith(ImmutableArray<ReferenceManifest> manifests, PushSettings settings) =>
        ReferenceMerge.Merge(Text, manifests, Files).Where(reference => settings.HasInScope(reference.Path)).ToLookup(static reference => reference.Acid, StringComparer.Ordinal);

    /// <summary>The paths of specs that have an error, among all paths of specs.</summary>
    public static ImmutableHashSet<string> FindInvalid(SpecReading reading) =>
    [
        .. reading.Findings.Where(static finding => finding.Severity == Severity.Error).Select(static finding => finding.Location?.Path).OfType<string>()
            .Except(reading.Specs.Select(static spec => spec.Path), StringComparer.Ordinal),
    ];
}

/// <summary>The checkout as one of the two sides, and what the other one is derived from.</summary>
/// <param name="Side">What it has.</param>
/// <param name="Specs">The paths of it that are called specs, valid or not.</param>
/// <param name="TrackedFiles">The files of it that git tracks.</param>
/// <param name="MissingFiles">Tracked files that a sparse checkout left out.</param>
/// <param name="AllManifests">Those that fit it and those that do not.</param>
internal sealed record ComparedCheckout(
    ComparedSide Side, ImmutableHashSet<string> Specs, ImmutableArray<string> TrackedFiles, ImmutableArray<string> MissingFiles, ImmutableArray<ReferenceManifest> AllManifests);

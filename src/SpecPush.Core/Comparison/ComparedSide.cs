using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References;
using SpecPush.References.Manifests;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Comparison;

/// <summary>One of the two sides of a comparison.</summary>
internal sealed record ComparedSide
{
    /// <summary>The specs of all features.</summary>
    public required ImmutableArray<Spec> Specs { get; init; }

    /// <summary>Paths of specs with an error.</summary>
    public required ImmutableHashSet<string> InvalidSpecs { get; init; }

    /// <summary>References from the text of files in the scope, before compiled tests show which are part of a test.</summary>
    public required ImmutableArray<Reference> Text { get; init; }

    /// <summary>The manifests that match this side's sources.</summary>
    public required ImmutableArray<ReferenceManifest> Manifests { get; init; }

    public required ImmutableArray<string> Files { get; init; }

    /// <summary>The projects that are test projects by the text of their files.</summary>
    public required ImmutableArray<string> TestProjects { get; init; }

    /// <summary>The references to each requirement from text and these manifests.</summary>
    public ILookup<string, Reference> ReferencesWith(ImmutableArray<ReferenceManifest> manifests, PushSettings settings) =>
        SearchedFiles.Keep(settings, ReferenceMerge.Merge(Text, manifests, TestProjects, Files)).ToLookup(static reference => reference.Acid, StringComparer.Ordinal);

    /// <summary>The paths of specs with an error.</summary>
    public static ImmutableHashSet<string> FindInvalid(SpecReading reading) =>
    [
        .. reading.Findings.Where(static finding => finding.Severity == Severity.Error).Select(static finding => finding.Location?.Path).OfType<string>()
            .Except(reading.Specs.Select(static spec => spec.Path), StringComparer.Ordinal),
    ];
}

/// <summary>The checkout's side, with everything from which the base's side is derived.</summary>
/// <param name="Side">The checkout's side.</param>
/// <param name="Specs">The paths of all specs, valid or not.</param>
/// <param name="TrackedFiles">The files that git tracks.</param>
/// <param name="MissingFiles">Tracked files that a sparse checkout leaves out.</param>
/// <param name="AllManifests">All manifests, whether or not they match the checkout.</param>
internal sealed record ComparedCheckout(
    ComparedSide Side, ImmutableHashSet<string> Specs, ImmutableArray<string> TrackedFiles, ImmutableArray<string> MissingFiles, ImmutableArray<ReferenceManifest> AllManifests);

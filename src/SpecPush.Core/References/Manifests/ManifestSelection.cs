using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.References.Manifests;

/// <summary>The manifests that may be used.</summary>
/// <param name="Current">In the order in which they came.</param>
/// <param name="Findings">Names the projects whose manifests are out of date.</param>
internal sealed record ManifestSelection(ImmutableArray<ReferenceManifest> Current, ImmutableArray<Finding> Findings);

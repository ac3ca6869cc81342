using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.References.Manifests;

/// <summary>What a folder of manifests holds.</summary>
/// <param name="Manifests">In the order of their file names.</param>
/// <param name="Findings">Names the files that are no manifests.</param>
internal sealed record ManifestFolder(ImmutableArray<ReferenceManifest> Manifests, ImmutableArray<Finding> Findings);

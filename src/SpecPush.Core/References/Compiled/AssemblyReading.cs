using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References.Manifests;

namespace SpecPush.References.Compiled;

/// <summary>What an assembly told.</summary>
/// <param name="Manifest">Null when it could not be read.</param>
/// <param name="Findings">At most one about the assembly, one about its symbols and one about its attributes.</param>
internal sealed record AssemblyReading(ReferenceManifest? Manifest, ImmutableArray<Finding> Findings);

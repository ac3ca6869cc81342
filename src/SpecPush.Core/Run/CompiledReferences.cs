using System.Collections.Immutable;
using SpecPush.References;
using SpecPush.References.Manifests;
using SpecPush.Reporting;

namespace SpecPush.Run;

/// <summary>What the manifests in the checkout say that still hold.</summary>
internal sealed record CompiledReferences(
    ImmutableArray<ReferenceManifest> Current, ImmutableArray<string> Files, ImmutableArray<string> TestProjectsWithoutManifest, ImmutableArray<Finding> Findings)
{
    public static CompiledReferences Read(string root, string manifestsPath, ImmutableArray<string> files, CancellationToken cancellationToken)
    {
        var folder = ManifestFile.ReadAll(manifestsPath);
        var selection = ManifestCheck.Select(folder.Manifests, root, cancellationToken);
        var built = selection.Current.Select(static manifest => manifest.ProjectPath).ToHashSet(StringComparer.Ordinal);
        return new CompiledReferences(
            selection.Current,
            files,
            [.. TestProjects.Find(root, files).Where(project => !built.Contains(project))],
            [.. folder.Findings, .. selection.Findings]);
    }

    public ImmutableArray<Reference> MergeWith(ImmutableArray<Reference> text) => ReferenceMerge.Merge(text, Current, Files);
}

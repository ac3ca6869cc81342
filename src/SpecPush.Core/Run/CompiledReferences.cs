using System.Collections.Immutable;
using SpecPush.References;
using SpecPush.References.Manifests;
using SpecPush.Reporting;

namespace SpecPush.Run;

/// <summary>What manifests in the checkout and assemblies that the user names say, as far as it still holds.</summary>
internal sealed record CompiledReferences(
    ImmutableArray<ReferenceManifest> Current, ImmutableArray<string> Files, ImmutableArray<string> TestProjectsWithoutManifest, ImmutableArray<Finding> Findings)
{
    public static CompiledReferences Read(
        string root, string manifestsPath, ImmutableArray<string> assemblies, ImmutableArray<string> files, CancellationToken cancellationToken)
    {
        var folder = ManifestFile.ReadAll(manifestsPath);
        var built = BuiltAssemblies.Read(root, assemblies, files, cancellationToken);
        var selection = ManifestCheck.Select([.. folder.Manifests, .. built.Manifests], root, cancellationToken);
        var projects = selection.Current.Select(static manifest => manifest.ProjectPath).ToHashSet(StringComparer.Ordinal);
        return new CompiledReferences(
            selection.Current,
            files,
            [.. TestProjects.Find(root, files).Where(project => !projects.Contains(project))],
            [.. folder.Findings, .. built.Findings, .. selection.Findings]);
    }

    public ImmutableArray<Reference> MergeWith(ImmutableArray<Reference> text) => ReferenceMerge.Merge(text, Current, Files);
}

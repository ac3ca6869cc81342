using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References.Compiled;
using SpecPush.References.Manifests;

namespace SpecPush.References;

/// <summary>What manifests in the checkout and assemblies that the user names say, as far as it still holds.</summary>
internal sealed record CompiledReferences(
    ImmutableArray<ReferenceManifest> Current,
    ImmutableArray<string> Files,
    ImmutableArray<string> TestProjectsWithoutManifest,
    TestSources TestSources,
    ImmutableArray<Finding> Findings)
{
    public static CompiledReferences Read(
        string root, string manifestsPath, ImmutableArray<string> assemblies, ImmutableArray<string> files, CancellationToken cancellationToken)
    {
        var folder = ManifestFile.ReadAll(manifestsPath);
        var built = BuiltAssemblies.Read(root, assemblies, files, cancellationToken);
        var spelling = new GitSpelling(root, files);
        ImmutableArray<ReferenceManifest> manifests = [.. folder.Manifests.Concat(built.Manifests).Select(spelling.Apply)];
        var selection = ManifestCheck.Select(manifests, root, cancellationToken);
        var testProjects = TestProjects.Find(root, files);
        var projects = selection.Current.Select(static manifest => manifest.ProjectPath).ToHashSet(StringComparer.Ordinal);
        return new CompiledReferences(
            selection.Current,
            files,
            [.. testProjects.Where(project => !projects.Contains(project))],
            TestSources.From(manifests, testProjects, files),
            [.. folder.Findings, .. built.Findings, .. selection.Findings]);
    }

    public ImmutableArray<Reference> MergeWith(ImmutableArray<Reference> text) => ReferenceMerge.Merge(text, Current, Files);
}

using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References.Collected;
using SpecPush.References.Compiled;
using SpecPush.References.Manifests;

namespace SpecPush.References;

/// <summary>The references from manifests, named assemblies and other jobs that still match the sources.</summary>
internal sealed record CompiledReferences(
    ImmutableArray<ReferenceManifest> All,
    ImmutableArray<ReferenceManifest> Current,
    ImmutableArray<string> Files,
    ImmutableArray<string> TestProjects,
    ImmutableArray<string> TestProjectsWithoutManifest,
    TestSources TestSources,
    ImmutableArray<Finding> Findings)
{
    /// <summary>The projects that were built, but of whose references some are unknown.</summary>
    public ImmutableArray<string> IncompleteProjects => Manifests.IncompleteProjects.Find(Current);

    public static CompiledReferences Read(CompiledReferenceRequest request, ImmutableArray<string> files, CancellationToken cancellationToken)
    {
        var root = request.Root;
        var folder = ManifestFile.ReadAll(request.ManifestsPath);
        var built = BuiltAssemblies.Read(root, request.Assemblies, files, cancellationToken);
        var collected = CollectedReferences.Read(root, request.Collected, request.HeadCommit, cancellationToken);
        var spelling = new GitSpelling(root, files);
        ImmutableArray<ReferenceManifest> manifests = [.. folder.Manifests.Concat(built.Manifests).Concat(collected.Manifests).Select(spelling.Apply)];
        var selection = ManifestCheck.Select(manifests, root, files, cancellationToken);
        var testProjects = Manifests.TestProjects.Find(root, files);
        var projects = selection.Current.Select(static manifest => manifest.ProjectPath).ToHashSet(StringComparer.Ordinal);
        return new CompiledReferences(
            manifests,
            selection.Current,
            files,
            testProjects,
            [.. testProjects.Where(project => !projects.Contains(project))],
            TestSources.From(manifests, testProjects, files),
            [.. folder.Findings, .. built.Findings, .. collected.Findings, .. selection.Findings]);
    }

    public ImmutableArray<Reference> MergeWith(ImmutableArray<Reference> text) => ReferenceMerge.Merge(text, Current, TestProjects, Files);
}

/// <summary>Where to find the compiled references of a checkout.</summary>
/// <param name="Root">Absolute path of the repository.</param>
/// <param name="ManifestsPath">The folder into which builds write manifests.</param>
/// <param name="Assemblies">Globs of assemblies.</param>
/// <param name="Collected">Globs of files that other jobs collected.</param>
/// <param name="HeadCommit">The checked-out commit.</param>
internal sealed record CompiledReferenceRequest(
    string Root, string ManifestsPath, ImmutableArray<string> Assemblies, ImmutableArray<string> Collected, string? HeadCommit);

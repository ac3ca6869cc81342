using System.Collections.Immutable;
using SpecPush.References.Manifests;

namespace SpecPush.Tests.References.Manifests;

/// <summary>Creates manifests for the current files of a repository.</summary>
internal static class Manifest
{
    public static ReferenceManifest From(
        TemporaryFolder repository, string project, string[] sources, CompiledTest[]? tests = null, string configuration = "Debug",
        bool isTestProject = true) => new()
        {
            ProjectPath = project,
            TargetFramework = "net10.0",
            Configuration = configuration,
            IsTestProject = isTestProject,
            Sources = [.. sources.Select(path => SourceOf(repository, path))],
            Tests = [.. tests ?? []],
        };

    public static ManifestSource SourceOf(TemporaryFolder repository, string path) => new(
        path, ChecksumAlgorithm.Sha256, SourceChecksum.Compute(File.ReadAllBytes(repository.PathOf(path)), ChecksumAlgorithm.Sha256));

    public static CompiledTest Test(string path, int line, int first, int last, params ImmutableArray<string> acids) =>
        new(path, line, first, last, acids);
}

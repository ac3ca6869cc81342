using System.Collections.Immutable;
using System.Reflection.Metadata;
using SpecPush.References.Manifests;

namespace SpecPush.References.Compiled;

/// <summary>Creates a manifest from the tests of an assembly and its symbols.</summary>
internal static class ManifestBuilder
{
    public static BuiltManifest Build(
        AssemblyReadRequest request, MetadataReader assembly, MetadataReader? symbols, ImmutableArray<FoundTest> tests,
        CancellationToken cancellationToken)
    {
        var handles = symbols?.Documents.ToList() ?? [];
        var documents = handles.ConvertAll(handle => SymbolDocument.Read(symbols!, handle));
        if (symbols is null)
        {
            documents.AddRange(tests.Select(test => test.Place?.File).OfType<string>().Distinct(StringComparer.Ordinal).Select(SymbolDocument.Named));
        }

        var paths = SourcePaths.Create(
            request, symbols is null ? null : SourceLink.FindRoot(symbols), documents.ConvertAll(document => document.Name));
        var known = symbols is null ? SourceDocuments.None : SourceDocuments.Find(handles, documents, paths);
        var methods = symbols is null ? MethodMap.Empty : MethodMap.Read(assembly, symbols, known, cancellationToken);
        var places = new TestPlaces(request.RepositoryRoot, paths, methods, new ClassPlaces(assembly, symbols, known));
        var placed = tests.Select(test => (Test: test, Place: places.Place(test))).ToList();
        var sources = ManifestSources.Find(request.RepositoryRoot, paths, documents);
        var missed = new MissedTests(assembly, symbols, methods) { CountsAll = request.ProjectPath is not null && sources.IsEmpty }
            .Find(placed.Where(static entry => entry.Place is null).Select(static entry => entry.Test));
        var manifest = new ReferenceManifest
        {
            ProjectPath = request.ProjectPath ?? ProjectFiles.FindOwner(request.AssemblyPath, sources, request.Files) ?? "",
            TargetFramework = request.TargetFramework,
            Configuration = request.Configuration,
            IsTestProject = request.IsTestProject ?? !tests.IsEmpty,
            Sources = sources,
            Tests =
            [
                .. placed.Select(static entry => entry.Place).OfType<CompiledTest>()
                    .OrderBy(test => test.Path, StringComparer.Ordinal).ThenBy(test => test.FirstLine).ThenBy(test => test.Line),
            ],
            Missed = missed.Count,
        };
        return new BuiltManifest(manifest, missed);
    }
}

/// <summary>A manifest, and what is not in it.</summary>
internal sealed record BuiltManifest(ReferenceManifest Manifest, Missed Missed);

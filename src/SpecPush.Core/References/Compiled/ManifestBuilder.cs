using System.Collections.Immutable;
using System.Reflection.Metadata;
using SpecPush.References.Manifests;

namespace SpecPush.References.Compiled;

/// <summary>Creates a manifest from the tests of an assembly and its symbols.</summary>
internal static class ManifestBuilder
{
    public static ReferenceManifest Build(
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
        var methods = symbols is null ? MethodMap.Empty : MethodMap.Read(assembly, symbols, PathsOf(handles, documents, paths), cancellationToken);
        var places = new TestPlaces(request.RepositoryRoot, paths, methods);
        var sources = ManifestSources.Find(request.RepositoryRoot, paths, documents);
        return new ReferenceManifest
        {
            ProjectPath = request.ProjectPath ?? ProjectFiles.FindOwner(request.AssemblyPath, sources, request.Files) ?? "",
            TargetFramework = request.TargetFramework,
            Configuration = request.Configuration,
            IsTestProject = request.IsTestProject ?? !tests.IsEmpty,
            Sources = sources,
            Tests =
            [
                .. tests.Select(places.Place).OfType<CompiledTest>()
                    .OrderBy(test => test.Path, StringComparer.Ordinal).ThenBy(test => test.FirstLine).ThenBy(test => test.Line),
            ],
        };
    }

    private static Dictionary<DocumentHandle, string> PathsOf(List<DocumentHandle> handles, List<SymbolDocument> documents, SourcePaths paths) =>
        handles.Zip(documents, (handle, document) => (handle, path: paths.Find(document.Name)))
            .Where(entry => entry.path is not null)
            .ToDictionary(entry => entry.handle, entry => entry.path!);
}

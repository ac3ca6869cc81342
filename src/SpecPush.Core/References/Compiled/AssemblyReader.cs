using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References.Manifests;

namespace SpecPush.References.Compiled;

/// <summary>Learns from an assembly and its symbols which requirements its tests name. No code of it is loaded or run.</summary>
internal static class AssemblyReader
{
    public static AssemblyReading Read(AssemblyReadRequest request, CancellationToken cancellationToken)
    {
        var name = DisplayName(request);
        try
        {
            using var assembly = CompiledAssembly.Open(request.AssemblyPath);
            using var references = new ReferencedAssemblies(request.ReferencePaths, Path.GetDirectoryName(request.AssemblyPath)!);
            var types = new TypeResolver(references);
            var attributes = new AttributeReader(assembly, types);
            var tests = new TestFinder(assembly.Metadata, types, attributes).FindAll(cancellationToken);
            ImmutableArray<Finding> findings = attributes.Failures == 0
                ? []
                : [CompiledReferenceFindings.UnreadableAttributes(name, attributes.Failures)];

            try
            {
                using var symbols = assembly.OpenSymbols();
                var manifest = ManifestBuilder.Build(request, assembly.Metadata, symbols.Reader, tests, cancellationToken);
                return new AssemblyReading(manifest, [.. AboutSymbols(symbols, name, manifest), .. findings]);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var manifest = ManifestBuilder.Build(request, assembly.Metadata, symbols: null, tests, cancellationToken);
                return new AssemblyReading(manifest, [CompiledReferenceFindings.UnreadableSymbols(name, exception.Message), .. findings]);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An assembly is data from outside, and what a reader throws at malformed data is not documented; whatever is wrong with
            // it must not stop a build.
            return new AssemblyReading(null, [CompiledReferenceFindings.UnreadableAssembly(name, exception.Message)]);
        }
    }

    // A library without tests owes nobody symbols.
    private static IEnumerable<Finding> AboutSymbols(Symbols symbols, string name, ReferenceManifest manifest)
    {
        if (symbols.Reader is null && manifest.IsTestProject)
        {
            yield return symbols.IsWindowsFormat ? CompiledReferenceFindings.WindowsSymbols(name) : CompiledReferenceFindings.NoSymbols(name);
        }
    }

    private static string DisplayName(AssemblyReadRequest request)
    {
        var relative = Path.GetRelativePath(request.RepositoryRoot, request.AssemblyPath);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal)
            ? Path.GetFileName(request.AssemblyPath)
            : relative.Replace('\\', '/');
    }
}

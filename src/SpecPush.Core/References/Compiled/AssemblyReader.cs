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

    // A library without tests needs no symbols.
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

/// <summary>What an assembly told.</summary>
/// <param name="Manifest">Null when it could not be read.</param>
/// <param name="Findings">At most one about the assembly, one about its symbols and one about its attributes.</param>
internal sealed record AssemblyReading(ReferenceManifest? Manifest, ImmutableArray<Finding> Findings);

/// <summary>Which assembly to read, and what is known about where it came from. Paths are absolute unless they say otherwise.</summary>
internal sealed record AssemblyReadRequest
{
    public required string AssemblyPath { get; init; }

    public required string RepositoryRoot { get; init; }

    /// <summary>Relative to the root, with <c>/</c>; null where only the assembly is known: then <see cref="Files"/> tell.</summary>
    public string? ProjectPath { get; init; }

    public string TargetFramework { get; init; } = "";

    public string Configuration { get; init; } = "";

    /// <summary>What the project says; null leaves it to whether there are tests in the assembly.</summary>
    public bool? IsTestProject { get; init; }

    /// <summary>What the assembly was compiled against; assemblies beside it are found without.</summary>
    public ImmutableArray<string> ReferencePaths { get; init; } = [];

    /// <summary>MSBuild's <c>@(SourceRoot)</c>.</summary>
    public ImmutableArray<SourceRoot> SourceRoots { get; init; } = [];

    /// <summary>The paths that git knows, relative to the root; empty where git was not asked, as in a build: then the disk decides.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}

/// <summary>A folder that the compiler was told to write as another into symbols.</summary>
/// <param name="MappedPath">What the symbols say instead, such as <c>/_/</c>.</param>
/// <param name="LocalPath">The folder on this machine.</param>
internal sealed record SourceRoot(string MappedPath, string LocalPath);

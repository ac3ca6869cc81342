using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References.Manifests;

namespace SpecPush.References.Compiled;

/// <summary>Finds the requirements that an assembly's tests refer to, from metadata and symbols. Never loads or runs its code.</summary>
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
            var tests = new TestFinder(assembly.Metadata, types, attributes).FindAll(request.ExpectsTests, cancellationToken);
            ImmutableArray<Finding> findings = attributes.Failures == 0
                ? []
                : [CompiledReferenceFindings.UnreadableAttributes(name, attributes.Failures)];
            if (tests.IsEmpty && !request.ExpectsTests)
            {
                return new AssemblyReading(null, findings);
            }

            try
            {
                using var symbols = assembly.OpenSymbols();
                var built = ManifestBuilder.Build(request, assembly.Metadata, symbols.Reader, tests, cancellationToken);
                return new AssemblyReading(WithFailures(built), [.. AboutPlaces(symbols, name, built), .. findings]);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var built = ManifestBuilder.Build(request, assembly.Metadata, symbols: null, tests, cancellationToken);
                return new AssemblyReading(WithFailures(built), [CompiledReferenceFindings.UnreadableSymbols(name, exception.Message), .. findings]);
            }

            ReferenceManifest WithFailures(BuiltManifest built) => built.Manifest with { Missed = built.Missed.Count + attributes.Failures };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The assembly is untrusted, and the exceptions that readers throw for malformed data are not documented. None may stop a
            // build.
            return new AssemblyReading(null, [CompiledReferenceFindings.UnreadableAssembly(name, exception.Message)], IsUnreadable: true);
        }
    }

    // Among the assemblies that the user names, some may be libraries.
    private static IEnumerable<Finding> AboutPlaces(Symbols symbols, string name, BuiltManifest built)
    {
        if (symbols.Reader is null && built.Manifest.IsTestProject)
        {
            yield return symbols.IsWindowsFormat ? CompiledReferenceFindings.WindowsSymbols(name) : CompiledReferenceFindings.NoSymbols(name);
        }
        else if (built.Missed.Count > 0)
        {
            yield return CompiledReferenceFindings.UnplacedTests(name, built.Missed.Count, built.Missed.Document);
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

/// <summary>The result of reading an assembly.</summary>
/// <param name="Manifest">Null if it could not be read, or neither has tests nor should.</param>
/// <param name="Findings">At most one about the assembly, one about the places of its tests and one about its attributes.</param>
/// <param name="IsUnreadable">Whether it could not be read.</param>
internal sealed record AssemblyReading(ReferenceManifest? Manifest, ImmutableArray<Finding> Findings, bool IsUnreadable = false);

/// <summary>Which assembly to read, and what is known about its origin. Paths are absolute unless documented otherwise.</summary>
internal sealed record AssemblyReadRequest
{
    public required string AssemblyPath { get; init; }

    public required string RepositoryRoot { get; init; }

    /// <summary>Relative to the root, with <c>/</c>; null if unknown, to find the project among <see cref="Files"/>.</summary>
    public string? ProjectPath { get; init; }

    public string TargetFramework { get; init; } = "";

    public string Configuration { get; init; } = "";

    /// <summary>MSBuild's <c>IsTestProject</c>; null to decide by whether the assembly has tests.</summary>
    public bool? IsTestProject { get; init; }

    /// <summary>Whether it should have tests. Otherwise, and if it has none, there is no manifest.</summary>
    public bool ExpectsTests { get; init; } = true;

    /// <summary>The assemblies that it was compiled against; those in its own folder need not be listed.</summary>
    public IEnumerable<string> ReferencePaths { get; init; } = [];

    /// <summary>MSBuild's <c>@(SourceRoot)</c>.</summary>
    public ImmutableArray<SourceRoot> SourceRoots { get; init; } = [];

    /// <summary>The paths that git knows, relative to the root; empty in a build, which looks for files on disk instead.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}

/// <summary>A folder that the compiler replaces in the paths in symbols (<c>/pathmap</c>).</summary>
/// <param name="MappedPath">The replacement in symbols, such as <c>/_/</c>.</param>
/// <param name="LocalPath">The folder on this machine.</param>
internal sealed record SourceRoot(string MappedPath, string LocalPath);

using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace SpecPush.Testing;

/// <summary>Compiles sources of a repository into <c>bin/tests.dll</c>, with the real compiler and the real MSTest.</summary>
internal sealed record TestCompilation(TemporaryFolder Repository)
{
    public const string Prelude = "using System; using System.Collections.Generic; using System.Threading.Tasks; using Microsoft.VisualStudio.TestTools.UnitTesting;";

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(TestMethodAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Null for no symbols.</summary>
    public DebugInformationFormat? Symbols { get; init; } = DebugInformationFormat.PortablePdb;

    public OptimizationLevel Optimization { get; init; } = OptimizationLevel.Debug;

    public string Name { get; init; } = "tests";

    /// <summary>The repository's path for the compiler.</summary>
    public string? SourceRoot { get; init; }

    public string? SourceLink { get; init; }

    public SourceHashAlgorithm ChecksumAlgorithm { get; init; } = SourceHashAlgorithm.Sha256;

    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>The sources as the compiler gets them.</summary>
    public IEnumerable<string> ReferencePaths => [.. Framework.Select(static reference => reference.Display!), .. References];

    public string AssemblyPath => Repository.PathOf($"bin/{Name}.dll");

    public TestCompilation Compile(params string[] paths)
    {
        var trees = paths.Select(Parse).ToList();
        var compilation = CSharpCompilation.Create(
            Name, trees, [.. Framework, .. References.Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: Optimization, sourceReferenceResolver: SourceFileResolver.Default));
        using var assembly = new MemoryStream();
        using var symbols = Symbols == DebugInformationFormat.PortablePdb ? new MemoryStream() : null;
        using var sourceLink = SourceLink is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(SourceLink));
        var result = compilation.Emit(
            assembly, symbols, sourceLinkStream: sourceLink,
            options: Symbols is null ? null : new EmitOptions(debugInformationFormat: Symbols.Value, pdbFilePath: $"{Name}.pdb"));
        Assert.IsTrue(result.Success, string.Join('\n', result.Diagnostics));
        Repository.Write($"bin/{Name}.dll", assembly.ToArray());
        if (symbols is not null)
        {
            Repository.Write($"bin/{Name}.pdb", symbols.ToArray());
        }

        return this;
    }

    private SyntaxTree Parse(string path)
    {
        using var file = File.OpenRead(Repository.PathOf(path));
        return CSharpSyntaxTree.ParseText(
            SourceText.From(file, Encoding.UTF8, ChecksumAlgorithm), path: SourceRoot is null ? Repository.PathOf(path) : SourceRoot + path);
    }
}

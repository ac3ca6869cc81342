using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using SpecPush.References.Compiled;

namespace SpecPush.Benchmarks;

/// <summary>A large MSTest project in a temporary folder. Every test has an ACID, and half of them are asynchronous.</summary>
internal sealed class GeneratedTestProject : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("specpush-benchmark-").FullName;

    private GeneratedTestProject()
    {
    }

    public string AssemblyPath => Path.Combine(_root, "bin", "Generated.Tests.dll");

    public AssemblyReadRequest Request => new()
    {
        AssemblyPath = AssemblyPath,
        RepositoryRoot = _root,
        ProjectPath = "tests/Generated.Tests.csproj",
        ReferencePaths = [.. References()],
    };

    public static GeneratedTestProject Create(int classes, int testsPerClass)
    {
        var project = new GeneratedTestProject();
        Directory.CreateDirectory(Path.Combine(project._root, "tests"));
        Directory.CreateDirectory(Path.Combine(project._root, "bin"));
        var trees = Enumerable.Range(1, classes).Select(number => project.WriteClass(number, testsPerClass)).ToList();
        using var assembly = File.Create(project.AssemblyPath);
        using var symbols = File.Create(Path.ChangeExtension(project.AssemblyPath, ".pdb"));
        var result = CSharpCompilation.Create(
                "Generated.Tests", trees, References().Select(path => MetadataReference.CreateFromFile(path)),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success ? project : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(5)));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static IEnumerable<string> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Append(typeof(TestMethodAttribute).Assembly.Location);

    private SyntaxTree WriteClass(int number, int tests)
    {
        var text = new StringBuilder(
            $$"""
            using System.Threading.Tasks;
            using Microsoft.VisualStudio.TestTools.UnitTesting;

            [TestClass]
            [TestCategory("Nightly")]
            public class Class{{number}}Tests
            {

            """);
        for (var test = 1; test <= tests; test++)
        {
            text.Append(
                $$"""
                    /// <summary>Proves something.</summary>
                    [TestMethod]
                    [TestCategory("generated-{{number % 50}}.GROUP.{{test}}")]
                    [DataRow({{test}}, "a text of some length")]
                    public {{(test % 2 == 0 ? "async Task" : "void")}} Does_what_requirement_{{test}}_of_{{number}}_says(int value, string text)
                    {
                        var message = $"{value} and {text} {nameof(value)}";
                        {{(test % 2 == 0 ? "await Task.Yield();" : "")}}
                        Assert.AreEqual(value, message.Length, "The length of the message is not what it should be.");
                    }


                """);
        }

        var path = Path.Combine(_root, "tests", $"Class{number}Tests.cs");
        File.WriteAllText(path, text.Append("}\n").ToString());
        using var file = File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(file, Encoding.UTF8, SourceHashAlgorithm.Sha256), path: path);
    }
}

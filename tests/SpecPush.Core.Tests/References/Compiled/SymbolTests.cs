using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using SpecPush.References.Manifests;

namespace SpecPush.Tests.References.Compiled;

[TestClass]
public sealed class SymbolTests
{
    private const string Source = TestCompilation.Prelude +
        """

        [TestClass]
        public class Login
        {
            [TestMethod]
            [TestCategory("auth-feature.FORM.1")]
            public void Works()
            {
            }
        }
        """;

    [TestMethod]
    [TestCategory("compiled-references.SYMBOLS.1")]
    [TestCategory("compiled-references.SYMBOLS.2")]
    [DataRow(DebugInformationFormat.PortablePdb)]
    [DataRow(DebugInformationFormat.Embedded)]
    public void Portable_symbols_are_read(DebugInformationFormat format) =>
        AssertReading(compilation => compilation with { Symbols = format }, expectedLine: 8);

    [TestMethod]
    [TestCategory("compiled-references.SYMBOLS.3")]
    [TestCategory("compiled-references.PLACE.3")]
    public void Without_symbols_the_place_comes_from_the_attribute() =>
        AssertReading(compilation => compilation with { Symbols = null }, expectedLine: 5, "SPUSH2102 Message");

    [TestMethod]
    [TestCategory("compiled-references.SYMBOLS.4")]
    public void Windows_symbols_are_reported_and_skipped()
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/Login.cs", Source);
        var compilation = new TestCompilation(repository).Compile("tests/Login.cs");
        File.WriteAllBytes(compilation.AssemblyPath, WithWindowsSymbols(File.ReadAllBytes(compilation.AssemblyPath)));

        var reading = compilation.Read();

        ReferenceAssert.AreEqual(reading, "auth-feature.FORM.1 tests/Login.cs:5");
        Assert.AreEqual("SPUSH2103", Assert.ContainsSingle(reading.Findings).Code);
    }

    [TestMethod]
    [TestCategory("compiled-references.SYMBOLS.5")]
    public void Symbols_of_another_build_are_ignored()
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/Login.cs", Source);
        var compilation = new TestCompilation(repository).Compile("tests/Login.cs");
        var symbols = File.ReadAllBytes(repository.PathOf("bin/tests.pdb"));
        repository.Write("tests/Login.cs", "\n" + Source);
        compilation.Compile("tests/Login.cs");
        repository.Write("bin/tests.pdb", symbols);

        var reading = compilation.Read();

        ReferenceAssert.AreEqual(reading, "auth-feature.FORM.1 tests/Login.cs:6");
        Assert.AreEqual("SPUSH2102", Assert.ContainsSingle(reading.Findings).Code);
    }

    [TestMethod]
    [TestCategory("compiled-references.SYMBOLS.6")]
    [DataRow("src/Shop.csproj", false)]
    [DataRow("src/Shop.Tests.csproj", true)]
    public void Symbols_of_a_project_that_should_have_no_tests_are_not_read(string project, bool expectsTests)
    {
        using var repository = new TemporaryFolder();
        repository.Write("src/Cart.cs", "public class Cart { public override string ToString() => \"shop.CART.1\"; }");
        repository.Write(project, "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        var compilation = new TestCompilation(repository).Compile("src/Cart.cs");
        repository.Write("bin/tests.pdb", "damaged");
        var built = new CompiledProject
        {
            ProjectPath = repository.PathOf(project),
            AssemblyPath = compilation.AssemblyPath,
            TargetFramework = "net10.0",
            Configuration = "Debug",
            ReferencePaths = compilation.ReferencePaths,
        };

        var note = new ProjectManifest(built, repository.Path, repository.PathOf("manifests")).Write(CancellationToken.None);

        string[] codes = [.. note.Findings.Select(static finding => finding.Code)];
        CollectionAssert.AreEqual(expectsTests ? new[] { "SPUSH2104" } : [], codes);
        Assert.HasCount(expectsTests ? 1 : 0, ManifestFile.ReadAll(repository.PathOf("manifests")).Manifests);
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.4")]
    [DataRow(SourceHashAlgorithm.Sha1)]
    [DataRow(SourceHashAlgorithm.Sha256)]
    public void Checksums_of_sources_are_those_of_their_bytes(SourceHashAlgorithm algorithm)
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/Login.cs", "\uFEFF" + Source.ReplaceLineEndings("\r\n") + "// ä");
        var manifest = new TestCompilation(repository) { ChecksumAlgorithm = algorithm }.Compile("tests/Login.cs").Read().Manifest!;

        var source = Assert.ContainsSingle(manifest.Sources);

        Assert.AreEqual(algorithm.ToString(), source.Algorithm.ToString());
        Assert.AreEqual(SourceChecksum.Compute(File.ReadAllBytes(repository.PathOf("tests/Login.cs")), source.Algorithm), source.Checksum);
    }

    private static void AssertReading(Func<TestCompilation, TestCompilation> change, int expectedLine, params string[] expectedFindings)
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/Login.cs", Source);
        var reading = change(new TestCompilation(repository)).Compile("tests/Login.cs").Read();
        ReferenceAssert.AreEqual(reading, $"auth-feature.FORM.1 tests/Login.cs:{expectedLine}");
        CollectionAssert.AreEqual(expectedFindings, reading.Findings.Select(finding => $"{finding.Code} {finding.Severity}").ToArray());
    }

    // A debug directory entry for symbols in a file (type 2) has minor version 0x504D if they are portable. Its layout:
    // https://learn.microsoft.com/windows/win32/debug/pe-format#debug-directory-image-only
    private static byte[] WithWindowsSymbols(byte[] assembly)
    {
        using var image = new System.Reflection.PortableExecutable.PEReader(new MemoryStream(assembly));
        Assert.IsTrue(image.PEHeaders.TryGetDirectoryOffset(image.PEHeaders.PEHeader!.DebugTableDirectory, out var offset));
        var result = assembly.ToArray();
        Assert.AreEqual(0x504D, BitConverter.ToUInt16(result, offset + 10));
        result[offset + 10] = 0;
        result[offset + 11] = 0;
        return result;
    }
}

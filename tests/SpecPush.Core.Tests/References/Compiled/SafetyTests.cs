using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis.Emit;
using SpecPush.Findings;
using SpecPush.References.Compiled;

namespace SpecPush.Tests.References.Compiled;

[TestClass]
public sealed class SafetyTests
{
    private const string Source = TestCompilation.Prelude +
        """

        [assembly: TestCategory("auth-feature.ASSEMBLY.1")]
        public enum Colour : byte { Red, Green }

        public sealed class ColouredAttribute(Colour colour, string text) : Attribute
        {
            public Colour[] Others { get; set; } = [colour];
            public string Text => text;
        }

        [TestClass]
        public class Login
        {
            [TestMethod, Coloured(Colour.Green, "auth-feature.COLOUR.1", Others = [Colour.Red])]
            public async Task Works()
            {
                await Task.Yield();
            }

            [TestMethod, DataRow(new object[] { 1, typeof(int), "auth-feature.ARRAY.1" })]
            public void Fails(int number, Type type, string text)
            {
            }
        }
        """;

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.2")]
    [DataRow("")]
    [DataRow("MZ")]
    [DataRow("not an assembly, just text of some length that is longer than any header is expected to be by whoever reads it")]
    public void A_file_that_is_not_an_assembly_causes_one_finding(string content)
    {
        using var repository = new TemporaryFolder();
        repository.Write("bin/tests.dll", content);

        var reading = new TestCompilation(repository).Read();

        Assert.IsNull(reading.Manifest);
        var finding = Assert.ContainsSingle(reading.Findings);
        Assert.AreEqual("SPUSH2101", finding.Code);
        StringAssert.Contains(finding.Message, "'bin/tests.dll'");
    }

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.2")]
    [TestCategory("compiled-references.MISSED.4")]
    public void An_attribute_that_an_obfuscator_broke_is_counted_and_its_neighbours_are_read()
    {
        using var repository = new TemporaryFolder();
        // The byte before a string is its length; a string this long does not fit into its attribute.
        var compilation = CompileDamaged(repository, static assembly => assembly[assembly.AsSpan().IndexOf("auth-feature.COLOUR.1"u8) - 1] = 0x7f);

        var reading = compilation.Read();

        var finding = Assert.ContainsSingle(reading.Findings);
        Assert.AreEqual(("SPUSH2105", Severity.Warning), (finding.Code, finding.Severity));
        StringAssert.Contains(finding.Message, "1 attribute in 'bin/tests.dll'");
        Assert.AreEqual(1, reading.Manifest!.Missed);
        Assert.IsTrue(reading.Manifest!.Tests.SelectMany(static test => test.Acids).Contains("auth-feature.ARRAY.1"));
    }

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.2")]
    public void An_array_that_claims_to_be_huge_takes_no_memory()
    {
        using var repository = new TemporaryFolder();
        // The array of three objects, of which the first is the number 1.
        var compilation = CompileDamaged(
            repository, static assembly => assembly[assembly.AsSpan().IndexOf((ReadOnlySpan<byte>)[1, 0, 3, 0, 0, 0, 8, 1, 0, 0, 0]) + 5] = 1);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = compilation.Read();

        Assert.IsLessThan(50_000_000, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.AreEqual("SPUSH2105", Assert.ContainsSingle(reading.Findings).Code);
        Assert.IsTrue(reading.Manifest!.Tests.SelectMany(static test => test.Acids).Contains("auth-feature.COLOUR.1"));
    }

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.2")]
    public void A_missing_assembly_causes_one_finding()
    {
        using var repository = new TemporaryFolder();

        Assert.AreEqual("SPUSH2101", Assert.ContainsSingle(new TestCompilation(repository).Read().Findings).Code);
    }

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.2")]
    public void A_truncated_assembly_causes_at_most_findings_wherever_it_ends()
    {
        using var repository = new TemporaryFolder();
        var compilation = Compile(repository, DebugInformationFormat.Embedded);
        var content = File.ReadAllBytes(compilation.AssemblyPath);

        for (var length = 0; length < content.Length; length += 23)
        {
            File.WriteAllBytes(compilation.AssemblyPath, content[..length]);
            AssertSurvives(compilation);
        }
    }

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.1")]
    public void Nothing_of_the_assembly_is_loaded()
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/Login.cs", Source);
        var compilation = new TestCompilation(repository) { Name = "never-loaded" }.Compile("tests/Login.cs");

        Assert.IsEmpty(compilation.Read().Findings);

        Assert.IsFalse(AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "never-loaded"));
    }

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.2")]
    [TestCategory("compiled-references.SAFETY.4")]
    public void Encrypted_code_hides_no_tags()
    {
        using var repository = new TemporaryFolder();
        var compilation = Compile(repository, DebugInformationFormat.PortablePdb);
        EncryptCode(compilation.AssemblyPath);

        ReferenceAssert.AreEqual(
            compilation.Read(),
            "auth-feature.ARRAY.1 tests/Login.cs:22",
            "auth-feature.ASSEMBLY.1 tests/Login.cs:16",
            "auth-feature.ASSEMBLY.1 tests/Login.cs:22",
            "auth-feature.COLOUR.1 tests/Login.cs:16");
    }

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.2")]
    [TestCategory("compiled-references.SAFETY.4")]
    [DataRow(DebugInformationFormat.Embedded)]
    [DataRow(DebugInformationFormat.PortablePdb)]
    public void An_assembly_with_damaged_bytes_causes_at_most_findings(DebugInformationFormat format)
    {
        using var repository = new TemporaryFolder();
        var compilation = Compile(repository, format);
        var content = File.ReadAllBytes(compilation.AssemblyPath);
        var random = new Random(1);

        for (var round = 0; round < 300; round++)
        {
            var damaged = content.ToArray();
            for (var count = random.Next(1, 8); count > 0; count--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(compilation.AssemblyPath, damaged);
            AssertSurvives(compilation);
        }
    }

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.3")]
    public void Damaged_symbols_cause_one_finding_and_the_attributes_are_still_read()
    {
        using var repository = new TemporaryFolder();
        var compilation = Compile(repository, DebugInformationFormat.PortablePdb);
        var symbols = File.ReadAllBytes(repository.PathOf("bin/tests.pdb"));
        repository.Write("bin/tests.pdb", symbols[..(symbols.Length / 2)]);

        var reading = compilation.Read();

        Assert.AreEqual("SPUSH2104", Assert.ContainsSingle(reading.Findings).Code);
        ReferenceAssert.AreEqual(
            reading,
            "auth-feature.ARRAY.1 tests/Login.cs:20",
            "auth-feature.ASSEMBLY.1 tests/Login.cs:14",
            "auth-feature.ASSEMBLY.1 tests/Login.cs:20",
            "auth-feature.COLOUR.1 tests/Login.cs:14");
    }

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.3")]
    public void Embedded_symbols_that_claim_an_absurd_size_take_no_memory()
    {
        using var repository = new TemporaryFolder();
        var compilation = Compile(repository, DebugInformationFormat.Embedded);
        var content = File.ReadAllBytes(compilation.AssemblyPath);
        var signature = content.AsSpan().IndexOf("MPDB"u8);
        BitConverter.TryWriteBytes(content.AsSpan(signature + 4), int.MaxValue);
        File.WriteAllBytes(compilation.AssemblyPath, content);

        var before = GC.GetTotalAllocatedBytes();
        var reading = compilation.Read();

        Assert.AreEqual("SPUSH2104", Assert.ContainsSingle(reading.Findings).Code);
        Assert.IsLessThan(1L << 30, GC.GetTotalAllocatedBytes() - before);
    }

    [TestMethod]
    [TestCategory("compiled-references.TAGS.9")]
    public void Enums_from_missing_assemblies_are_skipped()
    {
        using var repository = new TemporaryFolder();
        repository.Write("lib/Colours.cs", "public enum Small : byte { A, B } public enum Large { A, B } public sealed class ColoursAttribute(Small small, string first, Large large, string second) : System.Attribute { public string Both => first + second; public object Size => (small, large); }");
        var library = new TestCompilation(repository) { Name = "colours" }.Compile("lib/Colours.cs");
        repository.Write(
            "tests/Login.cs",
            TestCompilation.Prelude +
            """

            [TestClass]
            public class Login
            {
                [TestMethod, Colours(Small.B, "auth-feature.FIRST.1", (Large)257, "nothing"), TestCategory("auth-feature.TAG.1")]
                public void Mixed()
                {
                }
            }
            """);
        var compilation = new TestCompilation(repository) { References = [library.AssemblyPath] }.Compile("tests/Login.cs");

        var reading = compilation.Read();
        ReferenceAssert.AreEqual(reading, "auth-feature.FIRST.1 tests/Login.cs:7", "auth-feature.TAG.1 tests/Login.cs:7");
        File.Delete(library.AssemblyPath);
        reading = compilation.Read();
        Assert.IsTrue(reading.Manifest!.Tests.Single().Acids.Contains("auth-feature.TAG.1"));
    }

    [TestMethod]
    [TestCategory("compiled-references.SAFETY.2")]
    public void Reading_stops_when_it_is_cancelled()
    {
        using var repository = new TemporaryFolder();
        var compilation = Compile(repository, DebugInformationFormat.Embedded);

        Assert.ThrowsExactly<OperationCanceledException>(() => AssemblyReader.Read(compilation.Request, new CancellationToken(canceled: true)));
    }

    private static TestCompilation Compile(TemporaryFolder repository, DebugInformationFormat format)
    {
        repository.Write("tests/Login.cs", Source);
        return new TestCompilation(repository) { Symbols = format }.Compile("tests/Login.cs");
    }

    private static TestCompilation CompileDamaged(TemporaryFolder repository, Action<byte[]> damage)
    {
        var compilation = Compile(repository, DebugInformationFormat.PortablePdb);
        var assembly = File.ReadAllBytes(compilation.AssemblyPath);
        damage(assembly);
        File.WriteAllBytes(compilation.AssemblyPath, assembly);
        return compilation;
    }

    private static void EncryptCode(string path)
    {
        var content = File.ReadAllBytes(path);
        using (var image = new PEReader(new MemoryStream(content)))
        {
            var metadata = image.GetMetadataReader();
            foreach (var address in metadata.MethodDefinitions.Select(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress).Where(address => address != 0))
            {
                var section = image.PEHeaders.SectionHeaders[image.PEHeaders.GetContainingSectionIndex(address)];
                var body = content.AsSpan(address - section.VirtualAddress + section.PointerToRawData, image.GetMethodBody(address).Size);
                body.Fill(0xFF);
            }
        }

        File.WriteAllBytes(path, content);
    }

    private static void AssertSurvives(TestCompilation compilation)
    {
        var reading = compilation.Read();
        Assert.IsTrue(reading.Manifest is not null || reading.Findings is [{ Code: "SPUSH2101" }]);
        Assert.AreEqual(reading.Findings.Length, reading.Findings.DistinctBy(finding => finding.Code).Count());
    }
}

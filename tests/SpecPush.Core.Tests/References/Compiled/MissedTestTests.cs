using SpecPush.Findings;
using SpecPush.References.Compiled;

namespace SpecPush.Tests.References.Compiled;

/// <summary>Tests whose references cannot be sent, because their file in the repository is unknown.</summary>
[TestClass]
public sealed class MissedTestTests : IDisposable
{
    private const string Elsewhere = "#line 7 \"/elsewhere/Login.cs\"";

    // Attributes without a place, unlike MSTest's.
    private const string Framework = """
        namespace NUnit.Framework
        {
            public sealed class TestAttribute : System.Attribute;
            public sealed class CategoryAttribute(string name) : System.Attribute { public string Name => name; }
        }
        """;

    private readonly TemporaryFolder _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("compiled-references.MISSED.1")]
    public void Tests_with_references_are_counted_and_reported()
    {
        var reading = Read($"[TestMethod] public void Known() => GC.KeepAlive(1);\n{Elsewhere}\n[TestMethod, TestCategory(\"auth-feature.FORM.1\")] public void Lost() => GC.KeepAlive(2);");
        Assert.AreEqual(1, reading.Manifest!.Missed);
        var finding = Assert.ContainsSingle(reading.Findings);
        Assert.AreEqual(("SPUSH2108", Severity.Message), (finding.Code, finding.Severity));
        StringAssert.StartsWith(finding.Message, "1 test in 'bin/tests.dll' cannot be placed in a file of the repository (the build names '/elsewhere/Login.cs')");
    }

    [TestMethod]
    [TestCategory("compiled-references.MISSED.1")]
    public void Tests_without_references_are_not_missed()
    {
        var reading = Read($"[TestMethod] public void Known() => GC.KeepAlive(1);\n{Elsewhere}\n[TestMethod] public void Lost() => GC.KeepAlive(2);");
        Assert.IsEmpty(reading.Findings);
        Assert.AreEqual(0, reading.Manifest!.Missed);
    }

    [TestMethod]
    [TestCategory("compiled-references.MISSED.2")]
    [DataRow("tests/tests.csproj", 1, "SPUSH2108")]
    [DataRow(null, 0, "")]
    public void Every_test_of_a_project_without_known_sources_is_missed(string? project, int missed, string code)
    {
        var compilation = Compile("[TestMethod] public void Works() => GC.KeepAlive(1);", static compilation => compilation with { SourceRoot = "/_/" });
        var reading = AssemblyReader.Read(compilation.Request with { ProjectPath = project }, default);
        Assert.IsEmpty(reading.Manifest!.Sources);
        Assert.AreEqual((missed, code), (reading.Manifest.Missed, string.Join(' ', reading.Findings.Select(static finding => finding.Code))));
    }

    [TestMethod]
    [TestCategory("compiled-references.MISSED.1")]
    [TestCategory("compiled-references.SYMBOLS.3")]
    public void Without_symbols_and_places_in_attributes_every_test_is_missed()
    {
        _repository.Write("tests/Login.cs", Framework + """

            public class Login
            {
                [NUnit.Framework.Test, NUnit.Framework.Category("auth-feature.FORM.1")] public void Works() => System.GC.KeepAlive(1);
            }
            """);
        var reading = (new TestCompilation(_repository) with { Symbols = null }).Compile("tests/Login.cs").Read();
        Assert.IsEmpty(reading.Manifest!.Tests);
        Assert.AreEqual(1, reading.Manifest.Missed);
        Assert.AreEqual("SPUSH2102", Assert.ContainsSingle(reading.Findings).Code);
    }

    [TestMethod]
    [TestCategory("compiled-references.MISSED.3")]
    public void Generated_tests_are_not_missed()
    {
        const string Path = "tests/obj/Login.g.cs";
        _repository.Write(Path, Class("[TestMethod, TestCategory(\"auth-feature.FORM.1\")] public async Task Works() => await Task.Yield();"));
        var reading = new TestCompilation(_repository).Compile(Path).Read();
        Assert.IsEmpty(reading.Findings);
        Assert.IsEmpty(reading.Manifest!.Tests);
        Assert.AreEqual(0, reading.Manifest.Missed);
    }

    [TestMethod]
    [TestCategory("compiled-references.MISSED.3")]
    public void Abstract_tests_are_not_missed()
    {
        _repository.Write("tests/Login.cs", Framework + """

            public abstract class Login
            {
                [NUnit.Framework.Test, NUnit.Framework.Category("auth-feature.FORM.1")] public abstract void Works();
                [NUnit.Framework.Test] public void Known() => System.GC.KeepAlive(1);
            }
            """);
        var reading = new TestCompilation(_repository).Compile("tests/Login.cs").Read();
        Assert.IsEmpty(reading.Findings);
        Assert.AreEqual(0, reading.Manifest!.Missed);
    }

    private AssemblyReading Read(string body) => Compile(body, static compilation => compilation).Read();

    private TestCompilation Compile(string body, Func<TestCompilation, TestCompilation> change)
    {
        _repository.Write("tests/Login.cs", Class(body));
        return change(new TestCompilation(_repository)).Compile("tests/Login.cs");
    }

    private static string Class(string body) => $"{TestCompilation.Prelude}\n[TestClass] public class Login\n{{\n{body}\n}}\n";
}

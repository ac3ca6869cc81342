using SpecPush.References.Compiled;

namespace SpecPush.Tests.References.Compiled;

/// <summary>Classes that inherit their tests from another assembly.</summary>
[TestClass]
public sealed class InheritedTestTests : IDisposable
{
    private const string Derived = """

        // Not this.

        [TestClass]
        [TestCategory("auth-feature.DERIVED.1")]
        public sealed partial class Derived<T> : Base
        {
        }
        """;

    private readonly TemporaryFolder _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("compiled-references.TAGS.12")]
    public void The_tags_of_the_class_are_placed_at_its_declaration()
    {
        var test = Assert.ContainsSingle(Read(Derived).Manifest!.Tests);
        Assert.AreEqual(("tests/Login.cs", 6, 4, 6), (test.Path, test.Line, test.FirstLine, test.LastLine));
        CollectionAssert.AreEqual(new[] { "auth-feature.DERIVED.1" }, test.Acids);
    }

    [TestMethod]
    [TestCategory("compiled-references.TAGS.12")]
    public void The_tags_of_the_assembly_are_placed_there_too() => ReferenceAssert.AreEqual(
        Read("\n[assembly: TestCategory(\"auth-feature.ASSEMBLY.1\")]" + Derived),
        "auth-feature.ASSEMBLY.1 tests/Login.cs:7",
        "auth-feature.DERIVED.1 tests/Login.cs:7");

    [TestMethod]
    [TestCategory("compiled-references.TAGS.12")]
    public void A_class_with_a_test_of_its_own_has_its_tags_there() => ReferenceAssert.AreEqual(
        Read(Derived.Replace("{\n}", "{\n[TestMethod]\npublic void Own() => GC.KeepAlive(1);\n}", StringComparison.Ordinal)),
        "auth-feature.DERIVED.1 tests/Login.cs:9");

    [TestMethod]
    [TestCategory("compiled-references.TAGS.12")]
    public void A_class_that_inherits_no_test_has_no_references() => Assert.IsEmpty(Read(Derived.Replace(" : Base", "", StringComparison.Ordinal)).Manifest!.Tests);

    [TestMethod]
    [TestCategory("compiled-references.TAGS.12")]
    [TestCategory("compiled-references.MISSED.1")]
    public void Without_symbols_the_class_is_missed()
    {
        var reading = Read(Derived, static compilation => compilation with { Symbols = null });
        Assert.IsEmpty(reading.Manifest!.Tests);
        Assert.AreEqual(1, reading.Manifest.Missed);
    }

    private AssemblyReading Read(string source, Func<TestCompilation, TestCompilation>? change = null)
    {
        _repository.Write("base/Base.cs", $"{TestCompilation.Prelude}\npublic class Base {{ [TestMethod] public void Inherited() => GC.KeepAlive(1); }}");
        var @base = new TestCompilation(_repository) { Name = "base" }.Compile("base/Base.cs");
        _repository.Write("tests/Login.cs", TestCompilation.Prelude + source);
        var compilation = new TestCompilation(_repository) { References = [@base.AssemblyPath] };
        return (change is null ? compilation : change(compilation)).Compile("tests/Login.cs").Read();
    }
}

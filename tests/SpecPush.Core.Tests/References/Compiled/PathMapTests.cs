using SpecPush.References.Compiled;

namespace SpecPush.Tests.References.Compiled;

/// <summary>Symbols with other paths than those of the checkout.</summary>
[TestClass]
public sealed class PathMapTests : IDisposable
{
    private const string Source = TestCompilation.Prelude + "\n[TestClass] public class Login { [TestMethod, TestCategory(\"auth-feature.FORM.1\")] public void Works() => GC.KeepAlive(1); }\n";

    private readonly TemporaryFolder _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("compiled-references.PLACE.12")]
    [DataRow("{0}=/app", "/app/")]
    [DataRow("{0}/=/app/", "/app/")]
    [DataRow("/other=/x,{0}=Shop", "Shop/")]
    [DataRow("{0}=.", "./")]
    [DataRow("{0}=./", "")]
    [DataRow("{0}=/", "/")]
    [DataRow("{1}=/home", "/home/{2}/")]
    [DataRow("{1}=.", "{2}/")]
    [DataRow("{0}=/a==b,,c", "/a=b,c/")]
    public void Replaced_folders_lead_back(string pathMap, string sourceRoot)
    {
        _repository.Write("tests/Login.cs", Source);
        var compilation = new TestCompilation(_repository) { SourceRoot = Fill(sourceRoot) }.Compile("tests/Login.cs");
        var request = compilation.Request with { SourceRoots = PathMap.Parse(Fill(pathMap)) };

        ReferenceAssert.AreEqual(AssemblyReader.Read(request, default), "auth-feature.FORM.1 tests/Login.cs:2");
        ReferenceAssert.AreEqual(compilation.Read());
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.12")]
    public void A_document_elsewhere_is_not_a_source_even_if_paths_are_relative()
    {
        _repository.Write("tests/Login.cs", Source);
        var compilation = new TestCompilation(_repository) { SourceRoot = "/elsewhere/" }.Compile("tests/Login.cs");
        var reading = AssemblyReader.Read(compilation.Request with { SourceRoots = PathMap.Parse(Fill("{0}=.")) }, default);
        Assert.IsEmpty(reading.Manifest!.Sources);
        Assert.AreEqual(1, reading.Manifest.Missed);
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.12")]
    [DataRow("")]
    [DataRow("=")]
    [DataRow(",,,")]
    [DataRow("a")]
    [DataRow("a=")]
    [DataRow("a=b=c")]
    public void What_the_compiler_would_not_accept_is_ignored(string pathMap) => Assert.IsEmpty(PathMap.Parse(pathMap));

    [TestMethod]
    [TestCategory("compiled-references.PLACE.13")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    public void Sources_behind_a_link_to_the_repository_are_found()
    {
        _repository.Write("real/tests/Login.cs", Source);
        Directory.CreateSymbolicLink(_repository.PathOf("link"), _repository.PathOf("real"));
        var compilation = new TestCompilation(_repository).Compile("real/tests/Login.cs");

        ReferenceAssert.AreEqual(AssemblyReader.Read(compilation.Request with { RepositoryRoot = _repository.PathOf("link") }, default), "auth-feature.FORM.1 tests/Login.cs:2");
    }

    // 0: the repository, 1: the folder that it is in, 2: its name there.
    private string Fill(string text) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, text, _repository.Path, Path.GetDirectoryName(_repository.Path), Path.GetFileName(_repository.Path));
}

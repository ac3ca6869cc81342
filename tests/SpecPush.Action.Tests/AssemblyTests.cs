using SpecPush.Actions.Tests.Infrastructure;
using SpecPush.References.Compiled;
using SpecPush.References.Manifests;

namespace SpecPush.Actions.Tests;

/// <summary>References that appear only in compiled tests.</summary>
[TestClass]
public sealed class AssemblyTests : IDisposable
{
    private const string Source = TestCompilation.Prelude + """

        [TestClass] public class LineTests
        {
            private const string Lines = "cart.LINES";

            [TestMethod, TestCategory(Lines + ".1")]
            public void Equal_articles_are_one_line()
            {
            }
        }
        """;

    private readonly TemporaryFolder _repository = new();

    public AssemblyTests()
    {
        _repository.Write("features/cart.feature.yaml", ShopRepository.Spec);
        _repository.Write("tests/LineTests.cs", Source);
        _repository.Write("tests/tests.csproj", "<Project />");
        _repository.Write(".gitignore", "bin/\n");
        TestRepository.GitIn(_repository.Path, "init", "-q", "-b", "main");
        TestRepository.GitIn(_repository.Path, "add", "-A");
        TestRepository.GitIn(_repository.Path, "commit", "-q", "-m", "First");
    }

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("action.ASSEMBLIES.1")]
    public void Tests_of_an_assembly_that_was_built_elsewhere_count()
    {
        new TestCompilation(_repository) { SourceRoot = "/home/runner/work/my-repo/my-repo/" }.Compile("tests/LineTests.cs");
        Assert.AreEqual(1, TestedRequirements(("assemblies", "bin/*.dll")));
        Assert.AreEqual(0, TestedRequirements(("assemblies", "")));
    }

    [TestMethod]
    [TestCategory("action.ASSEMBLIES.1")]
    public void An_assembly_of_other_sources_does_not_count()
    {
        new TestCompilation(_repository).Compile("tests/LineTests.cs");
        _repository.Write("tests/LineTests.cs", Source + "// changed");
        Assert.AreEqual(0, TestedRequirements(("assemblies", "**/*.dll")));
    }

    [TestMethod]
    [TestCategory("action.ASSEMBLIES.2")]
    public void A_pattern_without_an_assembly_is_a_warning()
    {
        using var step = Step(("assemblies", "bin/*.dll;!bin/other.dll"));
        var warning = step.Run().Commands[0];
        StringAssert.StartsWith(warning, "::warning title=SPUSH5012::");
        StringAssert.Contains(warning, "'bin/*.dll'");
    }

    [TestMethod]
    [TestCategory("action.ASSEMBLIES.3")]
    public void Manifests_of_an_earlier_build_are_read_and_not_changed()
    {
        var compilation = new TestCompilation(_repository).Compile("tests/LineTests.cs");
        var request = new AssemblyReadRequest
        {
            AssemblyPath = compilation.AssemblyPath,
            RepositoryRoot = _repository.Path,
            ProjectPath = "tests/tests.csproj",
            ReferencePaths = [.. compilation.ReferencePaths],
        };
        var manifest = AssemblyReader.Read(request, CancellationToken.None).Manifest!;
        var folder = Path.Combine(_repository.Path, ".git/specpush/manifests");
        ManifestFile.Write(folder, manifest);
        var before = Files(folder);
        Assert.AreEqual(1, TestedRequirements());
        CollectionAssert.AreEqual(before, Files(folder));
        CollectionAssert.AreEqual(new[] { "manifests" }, Directory.GetFileSystemEntries(Path.GetDirectoryName(folder)!).Select(Path.GetFileName).ToArray());
    }

    private static string[] Files(string folder) => [.. Directory.GetFiles(folder).Select(static file => $"{file} {File.GetLastWriteTimeUtc(file):O} {File.ReadAllText(file)}")];

    private int TestedRequirements(params (string Name, string Value)[] inputs)
    {
        using var step = Step(inputs);
        return step.Run().Report.GetProperty("coverage")[0].GetProperty("withTests").GetInt32();
    }

    private WorkflowStep Step(params (string Name, string Value)[] inputs) => new WorkflowStep(_repository.Path).Inputs([("mode", "check"), .. inputs]);
}

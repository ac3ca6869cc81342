using System.Collections.Immutable;
using System.Text;
using SpecPush.References.Collected;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.Tests.Comparison;

/// <summary>Tests whose references appear only in their assembly.</summary>
[TestClass]
public sealed class CompiledTestComparisonTests : IDisposable
{
    private const string Spec = "feature:\n  name: cart\n  product: shop\ncomponents:\n  LINES:\n    1: Adds\n    2: Removes\n    3: Counts\n";
    private const string Project = "<Project><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>";

    private readonly TestRepository _repository = new();
    private readonly string _base;

    public CompiledTestComparisonTests()
    {
        _repository.Write("features/cart.feature.yaml", Spec);
        foreach (var name in (string[])["A", "B"])
        {
            _repository.Write($"checks/{name}/{name}.csproj", Project);
            _repository.Write($"checks/{name}/{name}.cs", "old\n");
        }

        _base = _repository.Commit();
        _repository.Write("checks/A/A.cs", "new\n");
        _repository.Commit();
    }

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("comparison.TESTS.3")]
    [TestCategory("comparison.TESTS.3-1")]
    [TestCategory("comparison.TESTS.4")]
    public async Task A_manifest_that_matches_only_one_side_is_not_compared()
    {
        // B's manifest matches both sides, A's only the checkout.
        Write(Manifest("A", "new\n", "cart.LINES.1"), Manifest("B", "old\n", "cart.LINES.2"));
        await VerifyAsync("cart.LINES.1: TestsUnknown", "checks/A/A.csproj");
    }

    [TestMethod]
    [TestCategory("comparison.TESTS.5")]
    public async Task Manifests_of_the_base_come_from_a_folder()
    {
        Write(Manifest("A", "new\n", "cart.LINES.1", "cart.LINES.3"), Manifest("B", "old\n"));
        var folder = Path.Combine(_repository.Scratch, "base");
        ManifestFile.Write(folder, Manifest("A", "old\n", "cart.LINES.2", "cart.LINES.3"));
        await VerifyAsync("cart.LINES.1: GainedTest|cart.LINES.2: LostTests Untested", "", new RawSettings { CompareManifests = folder });
    }

    [TestMethod]
    [TestCategory("comparison.TESTS.5")]
    public async Task Manifests_of_the_base_come_from_a_file_that_its_job_has_collected()
    {
        Write(Manifest("A", "new\n", "cart.LINES.1"), Manifest("B", "old\n"));
        var file = Path.Combine(_repository.Scratch, "base.specpush");
        CollectionFile.Write(file, _repository.Path, new Collection { Commit = _base, Manifests = [Manifest("A", "old\n", "cart.LINES.2")] });
        await VerifyAsync("cart.LINES.1: GainedTest|cart.LINES.2: LostTests Untested", "", new RawSettings { CompareManifests = file });

        // A file from another commit does not count, and neither does a missing one.
        CollectionFile.Write(file, _repository.Path, new Collection { Commit = _repository.Head, Manifests = [Manifest("A", "old\n", "cart.LINES.2")] });
        await VerifyAsync("cart.LINES.1: TestsUnknown", "checks/A/A.csproj", new RawSettings { CompareManifests = file });
        await VerifyAsync("cart.LINES.1: TestsUnknown", "checks/A/A.csproj", new RawSettings { CompareManifests = "nothing" });
    }

    [TestMethod]
    [TestCategory("comparison.TESTS.3-1")]
    public async Task Text_is_compared_if_no_assembly_is_known()
    {
        _repository.Write("test/a.test.js", "// cart.LINES.1\n");
        await VerifyAsync("cart.LINES.1: GainedTest", "checks/A/A.csproj checks/B/B.csproj");
    }

    [TestMethod]
    [TestCategory("comparison.TESTS.3-1")]
    public async Task References_in_an_assembly_of_one_side_override_those_in_text()
    {
        // In the checkout, the text of the test was removed, but its assembly still has it.
        _repository.Write("test/a.test.js", "// cart.LINES.1\n");
        var old = _repository.Commit();
        _repository.Delete("test/a.test.js");
        Write(Manifest("A", "new\n", "cart.LINES.1"));
        _repository.Write("checks/B/B.cs", "new\n");
        var repository = new ComparedRepository(_repository.Path);
        Assert.IsEmpty(ComparedRepository.Lines(await repository.CompareAsync(old)));
    }

    [TestMethod]
    [TestCategory("comparison.TESTS.3")]
    public async Task A_new_project_has_no_references_in_the_base()
    {
        Write(Manifest("A", "new\n"), Manifest("B", "old\n"), Manifest("C", "new\n", "cart.LINES.3"));
        _repository.Write("checks/C/C.csproj", Project);
        _repository.Write("checks/C/C.cs", "new\n");
        ManifestFile.Write(Path.Combine(_repository.Scratch, "base"), Manifest("A", "old\n"));
        await VerifyAsync("cart.LINES.3: GainedTest", "", new RawSettings { CompareManifests = Path.Combine(_repository.Scratch, "base") });
    }

    [TestMethod]
    [TestCategory("comparison.TESTS.3-2")]
    [DataRow(0, 1, "cart.LINES.2: TestsUnknown", "checks/A/A.csproj")]
    [DataRow(1, 1, "cart.LINES.2: LostTests Untested", "")]
    public async Task A_project_of_which_tests_were_missed_on_one_side_is_not_compared(int old, int @new, string expected, string unknown)
    {
        Write(Manifest("A", "new\n") with { Missed = @new }, Manifest("B", "old\n"));
        var folder = Path.Combine(_repository.Scratch, "base");
        ManifestFile.Write(folder, Manifest("A", "old\n", "cart.LINES.2") with { Missed = old });
        await VerifyAsync(expected, unknown, new RawSettings { CompareManifests = folder });
    }

    [TestMethod]
    [TestCategory("compiled-references.MERGE.8")]
    public async Task A_mention_in_a_test_project_is_a_test_on_both_sides_without_a_build()
    {
        _repository.Write("checks/B/B.cs", "// cart.LINES.1\n");
        await VerifyAsync("cart.LINES.1: GainedTest", "checks/A/A.csproj checks/B/B.csproj");
    }

    [TestMethod]
    [TestCategory("comparison.READING.4")]
    [TestCategory("compiled-references.MERGE.9")]
    public async Task Compiled_tests_in_excluded_files_are_not_compared()
    {
        Write(Manifest("A", "new\n", "cart.LINES.1"), Manifest("B", "old\n"));
        var folder = Path.Combine(_repository.Scratch, "base");
        ManifestFile.Write(folder, Manifest("A", "old\n"));
        await VerifyAsync("cart.LINES.1: GainedTest", "", new RawSettings { CompareManifests = folder });
        await VerifyAsync("", "", new RawSettings { CompareManifests = folder, Exclude = "checks/A/**" });
    }

    [TestMethod]
    [TestCategory("comparison.TESTS.3-1")]
    public async Task A_mention_that_is_a_test_only_in_one_sides_manifest_counts_as_unknown()
    {
        // By its path and its project's text, this file is not a test, but the checkout's manifest says that it is.
        _repository.Write("checks/B/B.csproj", "<Project />");
        _repository.Write("checks/B/B.cs", "// cart.LINES.1\n");
        var old = _repository.Commit();
        _repository.Write("checks/B/B.cs", "// cart.LINES.1\n\n");
        Write(Manifest("B", "// cart.LINES.1\n\n"));
        var result = await new ComparedRepository(_repository.Path).CompareAsync(old);
        CollectionAssert.AreEqual(new[] { "cart.LINES.1: TestsUnknown" }, ComparedRepository.Lines(result));
    }

    private void Write(params ReferenceManifest[] manifests)
    {
        var repository = new ComparedRepository(_repository.Path);
        Array.ForEach(manifests, repository.WriteManifest);
    }

    private async Task VerifyAsync(string expected, string unknownProjects, RawSettings? settings = null)
    {
        var result = await new ComparedRepository(_repository.Path, settings).CompareAsync(_base);
        Assert.AreEqual((expected, unknownProjects), (string.Join('|', ComparedRepository.Lines(result)), string.Join(' ', result.Comparison!.UnknownProjects)));
    }

    private static ReferenceManifest Manifest(string name, string source, params ImmutableArray<string> acids) => new()
    {
        ProjectPath = $"checks/{name}/{name}.csproj",
        TargetFramework = "net10.0",
        Configuration = "Debug",
        IsTestProject = true,
        Sources = [new ManifestSource($"checks/{name}/{name}.cs", ChecksumAlgorithm.Sha256, SourceChecksum.Compute(Encoding.UTF8.GetBytes(source), ChecksumAlgorithm.Sha256))],
        Tests = acids.IsEmpty ? [] : [new CompiledTest($"checks/{name}/{name}.cs", 1, 1, 1, acids)],
    };
}

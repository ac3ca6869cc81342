using SpecPush.Comparison;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Tests.Comparison;

/// <summary>One small repository, changed in one way at a time.</summary>
[TestClass]
public sealed class ComparisonStageTests : IDisposable
{
    private const string Spec = """
        feature:
          name: cart
          product: shop
        components:
          LINES:
            1: Adds an article
            2: Removes an article
            3:
              requirement: Shows a total
              deprecated: true
        """;

    private readonly TestRepository _repository = new("compare ü");
    private readonly string _base;

    public ComparisonStageTests()
    {
        _repository.Write("features/cart.feature.yaml", Spec);
        _repository.Write("src/cart.js", "// cart.LINES.1\n");
        _repository.Write("test/cart.test.js", "one\n// cart.LINES.1\ntwo\n");
        _base = _repository.Commit();
    }

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("comparison.REQUIREMENTS.1")]
    [TestCategory("comparison.REQUIREMENTS.2")]
    [TestCategory("comparison.REQUIREMENTS.3")]
    [TestCategory("comparison.REQUIREMENTS.4")]
    [TestCategory("comparison.REQUIREMENTS.5")]
    [TestCategory("comparison.TESTS.2")]
    [DataRow("1: Adds an article", "1: Adds an\n      article", "", DisplayName = "wrapped")]
    [DataRow("1: Adds an article", "1: Adds articles", "cart.LINES.1: Reworded", DisplayName = "reworded")]
    [DataRow("    2: Removes an article\n", "", "cart.LINES.2: Removed", DisplayName = "removed")]
    [DataRow("    2: Removes", "    4: Counts\n    2: Removes", "cart.LINES.4: Untested Added", DisplayName = "added")]
    [DataRow("    2: Removes", "    4: Removes", "cart.LINES.4: Renamed", DisplayName = "renamed")]
    [DataRow("    2: Removes an article", "    4: Removes an article\n    5: Removes an article", "cart.LINES.2: Removed|cart.LINES.4: Untested Added|cart.LINES.5: Untested Added", DisplayName = "two candidates")]
    [DataRow("1: Adds an article", "1: {requirement: Adds an article, deprecated: true}", "cart.LINES.1: Deprecated", DisplayName = "deprecated")]
    [DataRow("deprecated: true", "deprecated: false", "cart.LINES.3: Untested Restored", DisplayName = "restored")]
    [DataRow("product: shop", "product: store", "cart.LINES.1: Moved|cart.LINES.2: Moved|cart.LINES.3: Moved", DisplayName = "another product")]
    public async Task A_changed_spec(string old, string @new, string expected)
    {
        var spec = Spec.ReplaceLineEndings("\n");
        StringAssert.Contains(spec, old);
        _repository.Write("features/cart.feature.yaml", spec.Replace(old, @new, StringComparison.Ordinal));
        await VerifyAsync(expected);

        // After the commit, the result is the same.
        _repository.Commit();
        await VerifyAsync(expected);
    }

    [TestMethod]
    [TestCategory("comparison.REQUIREMENTS.3")]
    public async Task A_moved_spec_is_named_with_its_old_path()
    {
        _repository.Git("mv", "features/cart.feature.yaml", "features/basket.feature.yaml");
        var result = await VerifyAsync("cart.LINES.1: Moved|cart.LINES.2: Moved|cart.LINES.3: Moved");
        Assert.AreEqual(("features/cart.feature.yaml", "features/basket.feature.yaml"), (result.Comparison!.Requirements[0].OldPath, result.Comparison.Requirements[0].Path));
    }

    [TestMethod]
    [TestCategory("comparison.TESTS.1")]
    [TestCategory("comparison.READING.3")]
    [DataRow("src/cart.js", "// cart.LINES.2\n", "cart.LINES.1: LostReferences|cart.LINES.2: GainedReference", DisplayName = "other code")]
    [DataRow("src/cart.js", "", "cart.LINES.1: LostReferences", DisplayName = "code is gone")]
    [DataRow("test/cart.test.js", "// cart.LINES.2\n", "cart.LINES.1: LostTests Untested|cart.LINES.2: GainedTest", DisplayName = "other test")]
    [DataRow("test/more.test.js", "// cart.LINES.1 cart.LINES.2\n", "cart.LINES.2: GainedTest", DisplayName = "one more test")]
    [DataRow("node_modules/x.js", "// cart.LINES.2\n", "", DisplayName = "a folder that is not searched")]
    public async Task Changed_references(string path, string content, string expected)
    {
        _repository.Write(path, content);
        await VerifyAsync(expected);
        _repository.Commit();
        await VerifyAsync(expected);
    }

    [TestMethod]
    [TestCategory("comparison.REQUIREMENTS.6")]
    public async Task A_spec_that_is_invalid_on_one_side_is_listed_and_not_compared()
    {
        _repository.Write("features/cart.feature.yaml", Spec + "\n    3: Again\n");
        _repository.Write("features/other.feature.yaml", Spec.Replace("cart", "other", StringComparison.Ordinal));
        var result = await VerifyAsync("other.LINES.1: Untested Added|other.LINES.2: Untested Added|other.LINES.3: Added");
        CollectionAssert.AreEqual(new[] { "features/cart.feature.yaml" }, result.Comparison!.InvalidSpecs.ToArray());
        var head = _repository.Commit();
        _repository.Write("features/cart.feature.yaml", Spec);
        var back = await new ComparedRepository(_repository.Path).CompareAsync(head);
        Assert.IsEmpty(back.Comparison!.Requirements);
        CollectionAssert.AreEqual(new[] { "features/cart.feature.yaml" }, back.Comparison.InvalidSpecs.ToArray());
    }

    [TestMethod]
    [TestCategory("comparison.READING.4")]
    public async Task Scope_globs_features_and_exclusions_count_on_both_sides()
    {
        _repository.Write("features/stock.feature.yaml", Spec.Replace("cart", "stock", StringComparison.Ordinal));
        _repository.Delete("test/cart.test.js");
        _repository.Commit();
        await VerifyAsync("stock.LINES.1: Untested Added|stock.LINES.2: Untested Added|stock.LINES.3: Added", new RawSettings { Exclude = "test/**" });
        await VerifyAsync("cart.LINES.1: LostTests Untested", new RawSettings { Features = "cart" });
        await VerifyAsync("", new RawSettings { Scope = "src" });
        await VerifyAsync("cart.LINES.1: LostTests Untested", new RawSettings { Specs = "features/c*.feature.yaml" });
    }

    [TestMethod]
    [TestCategory("comparison.GATE.1")]
    public async Task A_lost_test_is_found_where_it_was()
    {
        _repository.Write("test/cart.test.js", "zero\none\ntwo\n");
        var finding = (await VerifyAsync("cart.LINES.1: LostTests Untested", new RawSettings { FailOnLostTests = "true" })).Findings.Single();
        Assert.AreEqual(("SPUSH2030", Severity.Error, new SourceLocation("test/cart.test.js", 2)), (finding.Code, finding.Severity, finding.Location));
        StringAssert.Contains(finding.Message, "(test/cart.test.js:2)");

        // If the file no longer exists, the finding is at the requirement.
        _repository.Delete("test/cart.test.js");
        finding = (await VerifyAsync("cart.LINES.1: LostTests Untested")).Findings.Single();
        Assert.AreEqual(("SPUSH2030", Severity.Message, new SourceLocation("features/cart.feature.yaml", 6)), (finding.Code, finding.Severity, finding.Location));
    }

    [TestMethod]
    [TestCategory("comparison.GATE.1")]
    [TestCategory("text-references.MATCH.4")]
    [DataRow("\r\n")]
    [DataRow("\r")]
    public async Task Lines_are_counted_alike_whatever_ends_them(string end)
    {
        _repository.Write("test/old.test.js", $"zero{end}one{end}// cart.LINES.2{end}two{end}");
        var old = _repository.Commit();
        _repository.Write("test/old.test.js", $"zero{end}one{end}two{end}");
        var finding = (await new ComparedRepository(_repository.Path).CompareAsync(old)).Findings.Single();
        StringAssert.Contains(finding.Message, "(test/old.test.js:3)");
        Assert.AreEqual(new SourceLocation("test/old.test.js", 2), finding.Location);
    }

    [TestMethod]
    [TestCategory("comparison.GATE.2")]
    public async Task An_added_requirement_without_a_test_is_an_error_at_its_place()
    {
        _repository.Write("features/cart.feature.yaml", Spec + "\n    4: Counts\n    5: Sorts\n    6: {requirement: Old, deprecated: true}\n");
        _repository.Write("test/more.test.js", "// cart.LINES.5");
        var asked = new RawSettings { FailOnUntestedAdditions = "true" };
        var finding = (await VerifyAsync("cart.LINES.4: Untested Added|cart.LINES.5: Added|cart.LINES.6: Added", asked)).Findings.Single();
        Assert.AreEqual(("SPUSH2031", Severity.Error, 11), (finding.Code, finding.Severity, finding.Location!.Line));
        Assert.IsEmpty((await new ComparedRepository(_repository.Path).CompareAsync(_base)).Findings);
    }

    [TestMethod]
    [TestCategory("comparison.READING.2")]
    public async Task The_number_of_processes_does_not_depend_on_the_number_of_files()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("The program that counts is a shell script.");
            return;
        }

        var counts = new List<int>();
        foreach (var files in (int[])[1, 200])
        {
            for (var number = 0; number < files; number++)
            {
                _repository.Write($"test/{number}.test.js", $"// cart.LINES.2 {number}\n");
            }

            var old = _repository.Commit();
            _repository.Git("rm", "-q", "-r", "test");
            _repository.Commit();
            var log = Path.Combine(_repository.Scratch, "calls");
            var program = Path.Combine(_repository.Scratch, "counted-git");
            File.WriteAllText(program, $"#!/bin/sh\necho call >> '{log}'\nexec git \"$@\"\n");
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            var result = await new ComparedRepository(_repository.Path, program: program).CompareAsync(old);
            CollectionAssert.Contains(ComparedRepository.Lines(result), "cart.LINES.2: LostTests Untested");
            counts.Add(File.ReadAllLines(log).Length);
            File.Delete(log);
            File.Delete(program);
            _repository.Git("reset", "-q", "--hard", _base);
        }

        Assert.AreEqual(counts[0], counts[1]);
    }

    [TestMethod]
    [TestCategory("comparison.READING.1")]
    public async Task Contents_of_every_kind_are_read_as_in_a_checkout()
    {
        var folder = Path.Combine(_repository.Path, "test");
        File.WriteAllText(Path.Combine(folder, "wide.test.js"), "// cart.LINES.2\n", System.Text.Encoding.Unicode);
        File.WriteAllText(Path.Combine(folder, "same.test.js"), "// cart.LINES.2\n");
        File.WriteAllText(Path.Combine(folder, "binary.test.js"), "\0// cart.LINES.2\n");
        File.WriteAllText(Path.Combine(folder, "large.test.js"), string.Concat(Enumerable.Repeat("lorem ipsum\n", 100_000)) + "// cart.LINES.2\n");
        if (!OperatingSystem.IsWindows())
        {
            File.WriteAllText(Path.Combine(folder, "line\nend ü.test.js"), "// cart.LINES.2\n");
        }

        var old = _repository.Commit();
        _repository.Git("rm", "-q", "-r", "test");
        var lost = (await new ComparedRepository(_repository.Path).CompareAsync(old)).Comparison!.Requirements.Single(static change => change.Acid == "cart.LINES.2").LostTests;
        string[] expected = ["test/large.test.js:100001", "test/same.test.js:1", "test/wide.test.js:1"];
        CollectionAssert.AreEquivalent(OperatingSystem.IsWindows() ? expected : [.. expected, "test/line\nend ü.test.js:1"], lost.ToArray());
    }

    [TestMethod]
    [TestCategory("checkout.FILES.6")]
    [OSCondition(OperatingSystems.Linux)]
    public async Task Files_whose_names_are_not_valid_unicode_are_ignored_on_both_sides()
    {
        WriteUndecodable("cart.LINES.2");
        var old = _repository.Commit();
        WriteUndecodable("cart.LINES.1");
        _repository.Commit();
        WriteUndecodable("nothing");
        var result = await new ComparedRepository(_repository.Path).CompareAsync(old);
        _repository.Git("-c", "alias.remove=!rm test/b*", "remove");
        Assert.IsEmpty(result.Comparison!.Requirements);

        // Decoded, both names are the same.
        void WriteUndecodable(string text) =>
            _repository.Git("-c", $"alias.write=!echo {text} >$(printf 'test/b\\376.test.js') && echo {text} >$(printf 'test/b\\377.test.js')", "write");
    }

    private async Task<ComparisonResult> VerifyAsync(string expected, RawSettings? settings = null)
    {
        var result = await new ComparedRepository(_repository.Path, settings).CompareAsync(_base);
        Assert.AreEqual(expected, string.Join('|', ComparedRepository.Lines(result)));
        return result;
    }
}

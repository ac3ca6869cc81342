using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SpecPush.Findings;
using SpecPush.References.Collected;
using SpecPush.References.Manifests;
using SpecPush.Tests.Infrastructure;
using SpecPush.Tests.References.Manifests;

namespace SpecPush.Tests.References.Collected;

/// <summary>Files from other machines, which can contain anything.</summary>
[TestClass]
public sealed class CollectionFileTests : IDisposable
{
    private const string Project = "tests/A.Tests.csproj";

    private readonly TemporaryFolder _repository = new();

    public CollectionFileTests()
    {
        _repository.Write("tests/A.cs", "a\n");
        CollectionFile.Write("jobs/good.specpush", _repository.Path, new Collection
        {
            Commit = Given.Commit,
            Manifests = [Manifest.From(_repository, Project, ["tests/A.cs"], [Manifest.Test("tests/A.cs", 3, 1, 4, "cart.A.1")])],
        });
    }

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("sharded.MERGE.5")]
    [TestCategory("sharded.MERGE.4")]
    public void Files_and_globs_relative_and_absolute_are_read_once_each()
    {
        var (manifests, findings) = Read("jobs/*.specpush", "jobs/good.specpush", _repository.PathOf("jobs/good.specpush"), _repository.PathOf("jo*/**/{good,bad}.specpush"));
        Assert.HasCount(1, manifests);
        Assert.AreEqual(Project, manifests[0].ProjectPath);
        Assert.AreEqual("cart.A.1", manifests[0].Tests[0].Acids[0]);
        Assert.IsEmpty(findings);
        Assert.IsEmpty(Read("jobs/*.specpush", "!jobs/good.specpush").Manifests);
        var missing = Read("jobs/other.specpush", "other/*.specpush").Findings;
        CollectionAssert.AreEqual(new[] { "SPUSH2113", "SPUSH2113" }, missing.Select(static finding => finding.Code).ToArray());
        StringAssert.Contains(missing[0].Message + missing[1].Message, "jobs/other.specpush");
    }

    [TestMethod]
    [TestCategory("sharded.REFUSE.1")]
    public void A_file_of_another_commit_is_refused_by_name()
    {
        var (manifests, findings) = CollectedReferences.Read(_repository.Path, ["jobs/*.specpush"], new string('b', 40), default);
        Assert.IsEmpty(manifests);
        AssertRefused(findings.Single(), "SPUSH2110", "jobs/good.specpush");
        StringAssert.Contains(findings.Single().Message, Given.Commit[..7]);
    }

    [TestMethod]
    [TestCategory("sharded.REFUSE.2")]
    [TestCategory("sharded.REFUSE.5")]
    public void A_file_of_an_unknown_version_is_refused_by_name_and_the_others_count()
    {
        _repository.Write("jobs/new.specpush", """{"specPushCollection":2,"toolVersion":"9.0","manifests":{"anything":"else"}}""");
        var (manifests, findings) = Read("jobs/*.specpush");
        Assert.HasCount(1, manifests);
        AssertRefused(findings.Single(), "SPUSH2111", "jobs/new.specpush");
        StringAssert.Contains(findings.Single().Message, "9.0");
    }

    [TestMethod]
    [TestCategory("sharded.REFUSE.3")]
    [DataRow("")]
    [DataRow("no JSON")]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("{}")]
    [DataRow("""{"specPushCollection":1}""")]
    [DataRow("""{"specPushCollection":1,"toolVersion":"1","commit":null,"manifests":[]}""")]
    [DataRow("""{"specPushCollection":1,"toolVersion":"1","commit":"COMMIT","manifests":null}""")]
    [DataRow("""{"specPushCollection":1,"toolVersion":"1","commit":"COMMIT","manifests":[null]}""")]
    [DataRow("""{"specPushCollection":1,"toolVersion":"1","commit":"COMMIT","manifests":[{"specPushReferenceManifest":1}]}""")]
    [DataRow("""{"specPushCollection":"1","toolVersion":"1","commit":"COMMIT","manifests":[]}""")]
    public void An_incomplete_collection_is_refused_with_its_name(string content)
    {
        _repository.Write("jobs/bad.specpush", content.Replace("COMMIT", Given.Commit, StringComparison.Ordinal));
        AssertOnlyBadIsRefused();
    }

    [TestMethod]
    [TestCategory("sharded.REFUSE.3")]
    public void A_file_that_is_truncated_nested_too_deep_or_too_large_is_refused_with_its_name()
    {
        var good = File.ReadAllText(_repository.PathOf("jobs/good.specpush"));
        _repository.Write("jobs/bad.specpush", good[..^20]);
        AssertOnlyBadIsRefused();
        _repository.Write("jobs/bad.specpush", $$"""{"specPushCollection":1,"x":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""");
        AssertOnlyBadIsRefused();
        using (var file = File.Create(_repository.PathOf("jobs/bad.specpush")))
        {
            file.SetLength(65_000_000);
        }

        AssertOnlyBadIsRefused();
    }

    [TestMethod]
    [TestCategory("sharded.REFUSE.4")]
    [DataRow("../A.cs")]
    [DataRow("tests/../../A.cs")]
    [DataRow("/etc/passwd")]
    [DataRow("C:/A.cs")]
    [DataRow("C:\\A.cs")]
    [DataRow("tests\\A.cs")]
    [DataRow("tests//A.cs")]
    [DataRow("./tests/A.cs")]
    [DataRow("tests/A.cs\n")]
    [DataRow("")]
    public void A_path_that_leads_elsewhere_makes_the_file_unusable(string path)
    {
        var written = Encoding.UTF8.GetString(File.ReadAllBytes(_repository.PathOf("jobs/good.specpush")));
        var escaped = JsonSerializer.Serialize(path);
        foreach (var (number, known) in new[] { "\"tests/A.cs\"", "\"tests/A.Tests.csproj\"" }.Index())
        {
            Assert.Contains(known, written);
            if (number == 0 || path.Length > 0)
            {
                _repository.Write("jobs/bad.specpush", written.Replace(known, escaped, StringComparison.Ordinal));
                AssertOnlyBadIsRefused();
            }
        }
    }

    private void AssertOnlyBadIsRefused()
    {
        var (manifests, findings) = Read("jobs/*.specpush");
        Assert.HasCount(1, manifests);
        AssertRefused(findings.Single(), "SPUSH2112", "jobs/bad.specpush");
    }

    private static void AssertRefused(Finding finding, string code, string name)
    {
        Assert.AreEqual(code, finding.Code, finding.Message);
        StringAssert.StartsWith(finding.Message, $"{name} was not used: ");
    }

    private (ImmutableArray<ReferenceManifest> Manifests, ImmutableArray<Finding> Findings) Read(params string[] patterns) =>
        CollectedReferences.Read(_repository.Path, [.. patterns], Given.Commit, default);
}

using SpecPush.References.Manifests;

namespace SpecPush.Tests.References.Manifests;

[TestClass]
public sealed class ManifestCheckTests
{
    private const string Project = "tests/A.Tests.csproj";

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.4")]
    public void A_manifest_counts_while_its_sources_are_as_they_were_compiled()
    {
        using var repository = Repository();

        var selection = Select(repository, Manifest.From(repository, Project, ["tests/A.cs", "tests/B.cs"]));

        Assert.HasCount(1, selection.Current);
        Assert.IsEmpty(selection.Findings);
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.4")]
    [TestCategory("compiled-references.MANIFEST.5")]
    [DataRow(true)]
    [DataRow(false)]
    public void A_manifest_whose_source_was_changed_or_deleted_is_reported_once_and_not_used(bool isDeleted)
    {
        using var repository = Repository();
        var debug = Manifest.From(repository, Project, ["tests/A.cs", "tests/B.cs"]);
        var release = Manifest.From(repository, Project, ["tests/A.cs", "tests/B.cs"], configuration: "Release");
        if (isDeleted)
        {
            File.Delete(repository.PathOf("tests/B.cs"));
        }
        else
        {
            repository.Write("tests/B.cs", "b2\n");
        }

        var selection = Select(repository, debug, release);

        Assert.IsEmpty(selection.Current);
        var finding = Assert.ContainsSingle(selection.Findings);
        Assert.AreEqual("SPUSH2106", finding.Code);
        StringAssert.Contains(finding.Message, Project);
        StringAssert.Contains(finding.Message, "tests/B.cs");
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.5")]
    public void An_outdated_manifest_is_not_reported_if_its_project_has_a_current_one()
    {
        using var repository = Repository();
        var stale = Manifest.From(repository, Project, ["tests/A.cs"], configuration: "Release");
        repository.Write("tests/A.cs", "a2\n");
        var current = Manifest.From(repository, Project, ["tests/A.cs"]);

        var selection = Select(repository, stale, current);

        Assert.AreEqual("Debug", Assert.ContainsSingle(selection.Current).Configuration);
        Assert.IsEmpty(selection.Findings);
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.6")]
    public void A_manifest_without_its_project_is_ignored()
    {
        using var repository = Repository();
        var manifest = Manifest.From(repository, Project, ["tests/A.cs"]);
        File.Delete(repository.PathOf(Project));

        var selection = Select(repository, manifest);

        Assert.IsEmpty(selection.Current);
        Assert.IsEmpty(selection.Findings);
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.7")]
    [DataRow("a\nb\n", "a\r\nb\r\n")]
    [DataRow("a\r\nb\r\n", "a\nb\n")]
    [DataRow("\r\n", "\n")]
    public void Converted_line_ends_are_no_change(string compiled, string checkedOut)
    {
        using var repository = Repository();
        repository.Write("tests/A.cs", compiled);
        var manifest = Manifest.From(repository, Project, ["tests/A.cs"]);
        repository.Write("tests/A.cs", checkedOut);

        Assert.HasCount(1, Select(repository, manifest).Current);
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.11")]
    [DataRow("tests/New.cs", true)]
    [DataRow("tests/Sub folder/New.CS", true)]
    [DataRow("tests/Excluded.cs", false)]
    [DataRow("tests/New.txt", false)]
    [DataRow("tests/obj/New.cs", false)]
    [DataRow("tests/Inner/New.cs", false)]
    [DataRow("src/New.cs", false)]
    public void A_source_that_was_added_makes_a_manifest_out_of_date(string path, bool isNew)
    {
        using var repository = Repository();
        repository.Write("tests/Excluded.cs", "");
        var manifest = Manifest.From(repository, Project, ["tests/A.cs"]);
        var listed = manifest with { OtherFiles = [.. ProjectSources.Find(repository.Path, Project)!.Value.Where(static file => file != "tests/A.cs")] };
        repository.Write(path, "");
        string[] files = [Project, "tests/A.cs", "tests/B.cs", "tests/Inner/Inner.csproj", "tests/Deleted.cs", path];
        Assert.HasCount(1, ManifestCheck.Select([manifest], repository.Path, files, CancellationToken.None).Current);

        var selection = ManifestCheck.Select([listed], repository.Path, files, CancellationToken.None);
        Assert.HasCount(isNew ? 0 : 1, selection.Current);
        Assert.AreEqual(isNew, selection.Findings.Any(finding => finding.Message.Contains($"'{path}' has changed or was added", StringComparison.Ordinal)));
    }

    private static ManifestSelection Select(TemporaryFolder repository, params ReferenceManifest[] manifests) =>
        ManifestCheck.Select(manifests, repository.Path, [], CancellationToken.None);

    private static TemporaryFolder Repository()
    {
        var repository = new TemporaryFolder();
        repository.Write(Project, "<Project />");
        repository.Write("tests/A.cs", "a\n");
        repository.Write("tests/B.cs", "b\n");
        return repository;
    }
}

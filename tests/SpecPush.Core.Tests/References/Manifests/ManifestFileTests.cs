using SpecPush.References.Manifests;

namespace SpecPush.Tests.References.Manifests;

[TestClass]
public sealed class ManifestFileTests
{
    private const string Project = "tests/A.Tests/A.Tests.csproj";

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.1")]
    public void A_written_manifest_can_be_read()
    {
        using var repository = new TemporaryFolder();
        var folder = repository.PathOf("manifests");
        var debug = SomeManifest(repository, "Debug");
        var release = SomeManifest(repository, "Release");

        ManifestFile.Write(folder, debug);
        ManifestFile.Write(folder, release);

        var read = ManifestFile.ReadAll(folder);
        Assert.IsEmpty(read.Findings);
        Assert.HasCount(2, read.Manifests);
        foreach (var manifest in new[] { debug, release })
        {
            var same = read.Manifests.Single(candidate => candidate.Configuration == manifest.Configuration);
            CollectionAssert.AreEqual(manifest.Sources, same.Sources);
            Assert.AreEqual(manifest.Tests[0] with { Acids = [] }, same.Tests[0] with { Acids = [] });
            CollectionAssert.AreEqual(manifest.Tests[0].Acids, same.Tests[0].Acids);
            Assert.AreEqual(manifest with { Sources = [], Tests = [] }, same with { Sources = [], Tests = [] });
        }
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.1")]
    public void Its_first_bytes_show_what_it_is()
    {
        using var repository = new TemporaryFolder();
        var folder = repository.PathOf("manifests");
        ManifestFile.Write(folder, SomeManifest(repository));

        StringAssert.StartsWith(File.ReadAllText(Directory.GetFiles(folder).Single()), "{\"specPushReferenceManifest\":1,");
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.2")]
    public void The_same_content_is_not_written_again()
    {
        using var repository = new TemporaryFolder();
        var folder = repository.PathOf("manifests");

        Assert.IsTrue(ManifestFile.Write(folder, SomeManifest(repository)));
        Assert.IsFalse(ManifestFile.Write(folder, SomeManifest(repository)));
        Assert.IsTrue(ManifestFile.Write(folder, SomeManifest(repository) with { IsTestProject = false }));

        Assert.HasCount(1, Directory.GetFiles(folder));
        Assert.IsFalse(ManifestFile.ReadAll(folder).Manifests.Single().IsTestProject);
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.3")]
    [DataRow("")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{\"specPushReferenceManifest\":1}")]
    [DataRow("\0\0\0")]
    public void An_unknown_file_is_reported_and_ignored(string content)
    {
        using var repository = new TemporaryFolder();
        var folder = repository.PathOf("manifests");
        ManifestFile.Write(folder, SomeManifest(repository));
        repository.Write("manifests/x.manifest.json", content);
        repository.Write("manifests/state.json", content);

        var read = ManifestFile.ReadAll(folder);

        Assert.HasCount(1, read.Manifests);
        var finding = Assert.ContainsSingle(read.Findings);
        Assert.AreEqual("SPUSH2107", finding.Code);
        StringAssert.Contains(finding.Message, "x.manifest.json");
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.3")]
    [DataRow("\"specPushReferenceManifest\":1", "\"specPushReferenceManifest\":2")]
    [DataRow("\"auth-feature.FORM.1\"", "null")]
    [DataRow("auth-feature.FORM.1", "not an acid")]
    [DataRow("\"Sha256\"", "\"Md5\"")]
    [DataRow("\"sources\":[", "\"sources\":[null,")]
    [DataRow("\"tests\":[", "\"tests\":[null,")]
    [DataRow("\"configuration\":\"Debug\"", "\"configuration\":null")]
    [DataRow("\"configuration\":", "\"missed\":-1,\"configuration\":")]
    public void A_manifest_that_something_changed_is_ignored(string written, string changed)
    {
        using var repository = new TemporaryFolder();
        var folder = repository.PathOf("manifests");
        ManifestFile.Write(folder, SomeManifest(repository));
        var path = Directory.GetFiles(folder).Single();
        var text = File.ReadAllText(path);
        StringAssert.Contains(text, written);
        File.WriteAllText(path, text.Replace(written, changed, StringComparison.Ordinal));

        var read = ManifestFile.ReadAll(folder);

        Assert.IsEmpty(read.Manifests);
        Assert.ContainsSingle(read.Findings);
    }

    [TestMethod]
    [TestCategory("compiled-references.MISSED.5")]
    public void A_manifest_without_a_count_of_what_was_missed_is_read()
    {
        using var repository = new TemporaryFolder();
        var folder = repository.PathOf("manifests");
        ManifestFile.Write(folder, SomeManifest(repository));
        Assert.IsFalse(File.ReadAllText(Directory.GetFiles(folder).Single()).Contains("missed", StringComparison.OrdinalIgnoreCase));
        Assert.AreEqual(0, ManifestFile.ReadAll(folder).Manifests.Single().Missed);

        ManifestFile.Write(folder, SomeManifest(repository) with { Missed = 3 });
        Assert.AreEqual(3, ManifestFile.ReadAll(folder).Manifests.Single().Missed);
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.9")]
    public void A_project_is_incomplete_if_each_of_its_manifests_is()
    {
        using var repository = new TemporaryFolder();
        var manifest = SomeManifest(repository);
        Assert.IsEmpty(IncompleteProjects.Find([manifest with { Missed = 1 }, manifest with { Configuration = "Release" }]));
        CollectionAssert.AreEqual(new[] { Project }, IncompleteProjects.Find([manifest with { Missed = 1 }]));
        CollectionAssert.AreEqual(new[] { "" }, IncompleteProjects.Find([manifest with { ProjectPath = "" }, manifest with { ProjectPath = "", Missed = 1 }]));
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.3")]
    public void A_truncated_manifest_is_ignored_wherever_it_ends()
    {
        using var repository = new TemporaryFolder();
        var folder = repository.PathOf("manifests");
        ManifestFile.Write(folder, SomeManifest(repository));
        var path = Directory.GetFiles(folder).Single();
        var content = File.ReadAllBytes(path);

        for (var length = 0; length < content.Length; length++)
        {
            File.WriteAllBytes(path, content[..length]);
            Assert.IsEmpty(ManifestFile.ReadAll(folder).Manifests);
        }
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.8")]
    public void A_manifest_can_be_deleted_more_than_once()
    {
        using var repository = new TemporaryFolder();
        var folder = repository.PathOf("manifests");
        ManifestFile.Delete(folder, Project, "net10.0", "Debug");
        ManifestFile.Write(folder, SomeManifest(repository, "Debug"));
        ManifestFile.Write(folder, SomeManifest(repository, "Release"));

        ManifestFile.Delete(folder, Project, "net10.0", "Debug");
        ManifestFile.Delete(folder, Project, "net10.0", "Debug");

        Assert.AreEqual("Release", Assert.ContainsSingle(ManifestFile.ReadAll(folder).Manifests).Configuration);
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.3")]
    public void No_folder_is_no_manifests()
    {
        using var repository = new TemporaryFolder();

        Assert.IsEmpty(ManifestFile.ReadAll(repository.PathOf("nowhere")).Manifests);
    }

    private static ReferenceManifest SomeManifest(TemporaryFolder repository, string configuration = "Debug")
    {
        repository.Write("tests/A.Tests/Ä.cs", "x");
        return Manifest.From(
            repository, Project, ["tests/A.Tests/Ä.cs"], [Manifest.Test("tests/A.Tests/Ä.cs", 3, 1, 5, "auth-feature.FORM.1")], configuration);
    }
}

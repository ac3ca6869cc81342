using SpecPush.References.Manifests;

namespace SpecPush.Tests.Run;

/// <summary>Changes to tests whose references appear only in the assembly, never in the text of the file.</summary>
[TestClass]
public sealed class TestSourceTests
{
    private const string Source = "tests/Shop.Tests/CartTests.cs";

    [TestMethod]
    [TestCategory("build.MODE.2")]
    public async Task A_tag_that_is_removed_without_a_commit_keeps_its_reference_on_the_server()
    {
        await using var fixture = await StartAsync();
        WriteManifest(fixture, "cart.LINES.2");
        StringAssert.Contains((await PushAsync(fixture)).GetRawText(), $"{Source}:1");

        fixture.Repository.Write(Source, "// no tag any more");
        WriteManifest(fixture);
        await ChecksAsync(fixture, Source);
    }

    [TestMethod]
    [TestCategory("build.MODE.2")]
    public async Task A_deleted_a_moved_and_a_new_test_wait_for_their_commit()
    {
        await using var fixture = await StartAsync();
        fixture.Repository.Delete(Source);
        await ChecksAsync(fixture, Source);

        fixture.Repository.Git("checkout", "-q", Source);
        fixture.Repository.Write("tests/Shop.Tests/NewTests.cs", "// [TestCategory($\"{Cart}.2\")]");
        await ChecksAsync(fixture, "tests/Shop.Tests/NewTests.cs");

        fixture.Repository.Delete("tests/Shop.Tests/NewTests.cs");
        fixture.Repository.Write("tests/Shop.Tests/notes.md", "Nothing that is compiled");
        await PushAsync(fixture);
    }

    private static async Task<RunFixture> StartAsync()
    {
        var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write("tests/Shop.Tests/Shop.Tests.csproj", """<Project Sdk="MSTest.Sdk/4.0.0" />""");
        fixture.Repository.Write(Source, "// [TestCategory($\"{Cart}.2\")]");
        fixture.Repository.Commit();
        WriteManifest(fixture, "cart.LINES.2");
        return fixture;
    }

    // What a build would write.
    private static void WriteManifest(RunFixture fixture, params string[] acids)
    {
        var content = File.ReadAllBytes(Path.Combine(fixture.Repository.Path, Source));
        ManifestFile.Write(Path.Combine(fixture.Repository.StatePath, "manifests"), new ReferenceManifest
        {
            ProjectPath = "tests/Shop.Tests/Shop.Tests.csproj",
            TargetFramework = "net10.0",
            Configuration = "Debug",
            IsTestProject = true,
            Sources = [new ManifestSource(Source, ChecksumAlgorithm.Sha256, SourceChecksum.Compute(content, ChecksumAlgorithm.Sha256))],
            Tests = [.. acids.Select(static acid => new CompiledTest(Source, 1, 1, 1, [acid]))],
        });
    }

    private static async Task<System.Text.Json.JsonElement> PushAsync(RunFixture fixture)
    {
        Assert.IsTrue((await fixture.RunAndSendAsync(1)).Report.Pushed);
        return fixture.Server.Requests.Last().Json.GetProperty("references");
    }

    private static async Task ChecksAsync(RunFixture fixture, string path) =>
        Assert.AreEqual($"SpecPush: checked, not pushed: {path} is not committed (SPUSH3113)", (await fixture.RunAndSendAsync(0)).Lines.Single());
}

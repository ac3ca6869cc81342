using System.Text.Json;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.Tests.Run;

/// <summary>What a run sends of test projects, whether or not they were built.</summary>
[TestClass]
public sealed class CompiledReferenceRunTests
{
    [TestMethod]
    [TestCategory("compiled-references.MERGE.8")]
    [DataRow("UnitTests")]
    [DataRow("src/ShopTests")]
    [DataRow("checks")]
    public async Task A_file_of_a_test_project_is_sent_as_a_test_without_a_build(string folder)
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Repository.Write($"{folder}/Some.csproj", """<Project Sdk="MSTest.Sdk/4.0.0" />""");
        fixture.Repository.Write($"{folder}/Login.cs", "// cart.LINES.2\n");
        fixture.Repository.Commit();
        await fixture.RunAndSendAsync(1);
        Assert.IsTrue(Sent(fixture, "cart.LINES.2").Single().GetProperty("is_test").GetBoolean());
        Assert.IsFalse(Sent(fixture, "cart.LINES.1").Single().GetProperty("is_test").GetBoolean());
    }

    [TestMethod]
    [TestCategory("compiled-references.MERGE.9")]
    [DataRow("tests/CartTests.cs", null, 1)]
    [DataRow("tests/CartTests.cs", "tests/**", 0)]
    [DataRow("tests/node_modules/CartTests.cs", null, 0)]
    public async Task A_compiled_reference_in_a_file_that_is_not_searched_is_not_sent(string source, string? exclude, int expected)
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Exclude = exclude };
        WriteProject(fixture, source);
        await fixture.RunAndSendAsync(1);
        Assert.HasCount(expected, Sent(fixture, "cart.LINES.2"));
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.9")]
    [DataRow(0, true)]
    [DataRow(1, false)]
    public async Task A_project_of_which_tests_were_missed_is_no_complete_push(int missed, bool expected)
    {
        await using var fixture = await RunFixture.StartAsync();
        WriteProject(fixture, "tests/CartTests.cs", missed);
        var result = await fixture.RunAndSendAsync(1);
        Assert.AreEqual(expected, fixture.Server.Requests.Last().Json.GetProperty("references").GetProperty("override").GetBoolean());
        Assert.AreEqual(
            !expected,
            result.Findings.Any(static finding => finding.Code == "SPUSH2001" && finding.Message.Contains("tests/Tests.csproj has tests or attributes", StringComparison.Ordinal)));
    }

    private static void WriteProject(RunFixture fixture, string source, int missed = 0)
    {
        fixture.Repository.Write("tests/Tests.csproj", """<Project Sdk="MSTest.Sdk/4.0.0" />""");
        fixture.Repository.Write(source, "// [TestCategory($\"{Cart}.2\")]");
        fixture.Repository.Commit();
        var content = File.ReadAllBytes(Path.Combine(fixture.Repository.Path, source));
        ManifestFile.Write(Path.Combine(fixture.Repository.StatePath, "manifests"), new ReferenceManifest
        {
            ProjectPath = "tests/Tests.csproj",
            TargetFramework = "net10.0",
            Configuration = "Debug",
            IsTestProject = true,
            Sources = [new ManifestSource(source, ChecksumAlgorithm.Sha256, SourceChecksum.Compute(content, ChecksumAlgorithm.Sha256))],
            Tests = [new CompiledTest(source, 1, 1, 1, ["cart.LINES.2"])],
            Missed = missed,
        });
    }

    private static JsonElement[] Sent(RunFixture fixture, string acid) =>
        fixture.Server.Requests.Last().Json.GetProperty("references").GetProperty("data").TryGetProperty(acid, out var references) ? [.. references.EnumerateArray()] : [];
}

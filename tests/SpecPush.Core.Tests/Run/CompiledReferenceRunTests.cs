using System.Text.Json;

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

    private static JsonElement[] Sent(RunFixture fixture, string acid) =>
        fixture.Server.Requests.Last().Json.GetProperty("references").GetProperty("data").TryGetProperty(acid, out var references) ? [.. references.EnumerateArray()] : [];
}

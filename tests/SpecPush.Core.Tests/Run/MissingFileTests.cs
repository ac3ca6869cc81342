using SpecPush.Settings;

namespace SpecPush.Tests.Run;

/// <summary>Committed files that are not in the work tree. Their references must stay on the server.</summary>
[TestClass]
public sealed class MissingFileTests
{
    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.1")]
    [TestCategory("push-planning.OVERRIDE.2")]
    [TestCategory("push-planning.OVERRIDE.7")]
    [DataRow("tests/cart.test.js", "// cart.LINES.2\n", DisplayName = "a file with references")]
    [DataRow("features/stock.feature.yaml", "feature: {name: stock, product: shop}\n", DisplayName = "a spec")]
    [DataRow("tmp/Tool/Tool.csproj", "<Project />", DisplayName = "a project in a folder that is not searched")]
    public async Task A_file_that_a_step_in_ci_has_deleted_makes_the_push_merge(string path, string content)
    {
        await using var fixture = await StartInCiAsync((path, content));
        fixture.Repository.Delete(path);
        await MergesAsync(fixture, $"{path} is committed, but missing from the work tree");
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.7")]
    public async Task A_checkout_of_some_folders_makes_the_push_merge()
    {
        await using var fixture = await StartInCiAsync(("tests/a.test.js", "// cart.LINES.2\n"), ("tests/b.test.js", "// cart.LINES.2\n"));
        foreach (var folder in (string[])["features", "src", "tests"])
        {
            Directory.Delete(Path.Combine(fixture.Repository.Path, folder), recursive: true);
        }

        // As after git clone --no-checkout.
        File.Delete(Path.Combine(fixture.Repository.Path, ".git", "index"));
        fixture.Repository.Git("checkout", "-q", "HEAD", "--", "src", "features");
        await MergesAsync(fixture, "tests/a.test.js (and 1 more) is committed, but missing from the work tree");
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.7")]
    public async Task In_mode_push_a_deleted_file_makes_the_push_merge_until_that_is_committed()
    {
        await using var fixture = await StartInCiAsync(("tests/cart.test.js", "// cart.LINES.2\n"));
        fixture.Environment.Remove("CI");
        fixture.Settings = new RawSettings { Mode = "Push" };
        fixture.Repository.Delete("tests/cart.test.js");
        await MergesAsync(fixture, "tests/cart.test.js is committed, but missing");
        fixture.Repository.Commit();
        await ReplacesAsync(fixture);
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.7")]
    [DataRow("old/cart.js", DisplayName = "excluded")]
    [DataRow("old/Old.csproj", DisplayName = "an excluded project")]
    [DataRow("tmp/log.txt", DisplayName = "not searched")]
    public async Task A_missing_file_that_would_not_be_read_does_not_matter(string path)
    {
        await using var fixture = await StartInCiAsync((path, "// cart.LINES.2\n"));
        fixture.Settings = new RawSettings { Exclude = "old/**" };
        fixture.Repository.Delete(path);
        await ReplacesAsync(fixture);
    }

    [TestMethod]
    [TestCategory("push-planning.OVERRIDE.7")]
    public async Task On_a_developers_machine_a_deleted_file_that_referred_to_nothing_does_not_matter()
    {
        await using var fixture = await StartInCiAsync(("notes.md", "Nothing of interest\n"));
        fixture.Environment.Remove("CI");
        fixture.Repository.Delete("notes.md");
        await ReplacesAsync(fixture);
    }

    private static async Task<RunFixture> StartInCiAsync(params (string Path, string Content)[] files)
    {
        var fixture = await RunFixture.StartAsync();
        foreach (var (path, content) in files)
        {
            fixture.Repository.Write(path, content);
        }

        fixture.Repository.Commit();
        fixture.Environment["CI"] = "true";
        return fixture;
    }

    private static async Task MergesAsync(RunFixture fixture, string gap)
    {
        var result = await fixture.RunAndSendAsync(1);
        Assert.IsFalse(IsReplaced(fixture));
        StringAssert.Contains(result.Findings.Single(static finding => finding.Code == "SPUSH2001").Message, gap);
    }

    private static async Task ReplacesAsync(RunFixture fixture)
    {
        var result = await fixture.RunAndSendAsync(1);
        Assert.IsTrue(IsReplaced(fixture));
        Assert.IsFalse(result.Findings.Any(static finding => finding.Code == "SPUSH2001"));
    }

    private static bool IsReplaced(RunFixture fixture) => fixture.Server.Requests.Last().Json.GetProperty("references").GetProperty("override").GetBoolean();
}

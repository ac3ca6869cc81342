using SpecPush.Checkout;
using SpecPush.Memory;
using SpecPush.Settings;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Run;

[TestClass]
public sealed class RunKeyTests
{
    [TestMethod]
    [TestCategory("push-memory.TWICE.7")]
    public async Task Report_files_do_not_change_the_key_and_other_files_do()
    {
        using var repository = new TestRepository("a repository ü");
        repository.Commit();
        var settings = new RawSettings { Report = "out/report.json", Sarif = Path.Combine(repository.Path, "findings.sarif"), HtmlReport = "page.html", Badge = "./badge.svg" };
        var before = await ComputeAsync(repository, settings);
        foreach (var path in new[] { "out/report.json", "findings.sarif", "page.html", "badge.svg" })
        {
            repository.Write(path, path);
        }

        Assert.AreEqual(before, await ComputeAsync(repository, settings));
        repository.Write("notes.txt", "new");
        Assert.AreNotEqual(before, await ComputeAsync(repository, settings));
    }

    private static async Task<string> ComputeAsync(TestRepository folder, RawSettings raw)
    {
        var repository = Repositories.Open(folder.Path);
        var settings = SettingsReader.Read(raw, EnvironmentVariables.Empty, SettingSpelling.MSBuildProperty).Settings!;
        var context = Given.Context();
        return await new RunKey(raw, settings, context, await repository.ReadStatusAsync(CancellationToken.None))
            .ComputeAsync(repository, Path.Combine(folder.Scratch, "manifests"), new Fingerprints(null, settings.ApiUrl, context), CancellationToken.None);
    }
}

using System.Runtime.Versioning;
using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>Tests that concern only the image.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
[SupportedOSPlatform("linux")]
public sealed class ContainerTests
{
    [TestMethod]
    [TestCategory("action.CONTAINER.1")]
    public void The_report_can_be_deleted_by_the_user_of_the_next_step()
    {
        using var server = new HostedServer();
        using var repository = ShopRepository.Create();
        using var step = WorkflowStep.ForPush(repository).Inputs(("api-token", server.Token!), ("api-url", server.ApiUrl), ("report", "out/report.json"));
        var result = step.RunInContainer();
        Assert.AreEqual(0, result.ExitCode, result.Log);
        StringAssert.Contains(result.Log, "SpecPush: shop → main: 1 spec created, 0 updated, 4 references");
        const UnixFileMode WritableByAll = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        foreach (var path in new[] { "out", "out/report.json" })
        {
            Assert.AreEqual(WritableByAll, File.GetUnixFileMode(Path.Combine(repository.Path, path)) & WritableByAll, path);
        }

        Assert.IsFalse(Directory.Exists(Path.Combine(repository.Path, ".git", "specpush")), "the action left state");
    }

    [TestMethod]
    [TestCategory("action.CONTAINER.1")]
    public void An_invalid_spec_fails_the_step()
    {
        using var repository = ShopRepository.Create();
        repository.Write("features/bad.feature.yaml", "feature:\n  name: bad\n");
        repository.Commit();
        using var step = WorkflowStep.ForPush(repository).Inputs(("mode", "check"));
        var result = step.RunInContainer();
        Assert.AreEqual(1, result.ExitCode, result.Log);
        StringAssert.Contains(result.Log, "::error file=features/bad.feature.yaml,line=2,col=3,title=SPUSH1005::");
    }

    [TestMethod]
    [TestCategory("supply-chain.REPRODUCTION.2")]
    public void Built_again_in_another_folder_it_is_the_same()
    {
        // The new file changes none of what is compiled, but a layer that the engine would otherwise take from the first image.
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("src/SpecPush.Core/unrelated.txt", $"{DateTime.UtcNow.Ticks}");
        var files = Command.Run(SourceTree.Root, "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).Succeeded().StandardOutput.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        foreach (var path in files.Where(static path => File.Exists(SourceTree.PathOf(path))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(elsewhere.PathOf(path))!);
            File.Copy(SourceTree.PathOf(path), elsewhere.PathOf(path));
        }

        Assert.AreEqual(ContainerImage.Id, ContainerImage.Build(elsewhere.Path, "specpush-action:again"));
    }
}

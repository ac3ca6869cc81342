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
        using var server = new ServerProcess();
        using var repository = ShopRepository.Create();
        using var step = WorkflowStep.ForPush(repository).Inputs(("api-token", server.Token!), ("api-url", $"{server.Http.BaseAddress}api/v1"), ("report", "out/report.json"));
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
}

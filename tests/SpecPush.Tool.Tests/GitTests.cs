using SpecPush.Tool.Tests.Infrastructure;

namespace SpecPush.Tool.Tests;

[TestClass]
public sealed class GitTests
{
    [TestMethod]
    [TestCategory("checkout.SAFE.1")]
    [TestCategory("checkout.STATUS.3")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Without_the_configuration_whose_filters_must_not_run_git_is_asked_for_nothing_else()
    {
        using var repository = new ToolRepository();
        using var git = new WatchedGit();
        repository.Commit();
        repository.Environment["PATH"] = git.Install(WatchedGit.WithoutConfiguration);
        var check = repository.Run("check");
        Assert.AreNotEqual(0, check.ExitCode);
        StringAssert.Contains(check.Output, "SPUSH3002");
        StringAssert.Contains(check.Output, "fatal: out of memory");
        Assert.DoesNotContain("status", File.ReadAllLines(Path.Combine(git.Folder, "seen")));
    }
}

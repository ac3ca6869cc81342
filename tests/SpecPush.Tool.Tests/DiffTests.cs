using SpecPush.Tool.Tests.Infrastructure;

namespace SpecPush.Tool.Tests;

/// <summary>What a branch does to the requirements.</summary>
[TestClass]
public sealed class DiffTests : IDisposable
{
    private readonly ToolRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("tool.DIFF.1")]
    public void A_branch_is_compared_with_its_merge_base()
    {
        _repository.Git("checkout", "-q", "-b", "work");
        _repository.Write("features/cart.feature.yaml", ToolRepository.Spec.Replace("Removes an article", "Removes an article at once", StringComparison.Ordinal));
        _repository.Write("tests/test_cart.py", "");
        _repository.Commit();

        var diff = _repository.Run("diff", "main").Succeeded();
        StringAssert.StartsWith(diff.Lines[0], "SpecPush: compared with main (");
        StringAssert.Contains(diff.Output, "cart.LINES.1: lost its last test");
        StringAssert.Contains(diff.Output, "before: Removes an article");
        Assert.AreEqual(1, _repository.Run("diff", "main", "--fail-on-lost-tests").ExitCode);
        StringAssert.StartsWith(_repository.Run("diff", "--exclude", "docs/**", "main").Succeeded().Lines[0], "SpecPush: compared with main (");
        StringAssert.Contains(_repository.Run("diff", "work").Succeeded().Output, "no requirement has changed");

        _repository.Git("update-ref", "refs/remotes/origin/main", "main");
        _repository.Git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
        StringAssert.Contains(_repository.Run("diff").Succeeded().Output, "cart.LINES.1: lost its last test");
    }

    [TestMethod]
    [TestCategory("tool.DIFF.2")]
    public void An_unknown_revision_fails_with_its_name()
    {
        var diff = _repository.Run("diff", "nowhere");
        StringAssert.Contains(diff.Output, "nowhere");
        Assert.AreEqual(1, diff.ExitCode);
    }
}

using System.Globalization;
using System.Text.Json;
using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>How a step shows what a pull request does to the requirements.</summary>
[TestClass]
public sealed class PullRequestTests : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly TestRepository _repository = ShopRepository.Create();
    private GitHubServer _github = null!;
    private string _base = "";

    [TestInitialize]
    public async Task StartAsync()
    {
        _github = await GitHubServer.StartAsync(GitHubDescription.FindViolationAsync);
        _base = _repository.Head;
        _repository.Git("checkout", "-q", "-b", "work");
        _repository.Write("features/cart.feature.yaml", ShopRepository.Spec.Replace("Equal articles are one line", "Equal articles share one line", StringComparison.Ordinal) + "    3: Lines are sorted\n");
        _repository.Write("test/cart.test.js", "// cart.LINES.1\n");
        _repository.Commit();
        _repository.Git("checkout", "-q", "main");
        _repository.Commit("main goes on");
        _repository.Git("checkout", "-q", "work");
    }

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        _repository.Dispose();
    }

    [TestMethod]
    [TestCategory("comparison.BASE.2")]
    [TestCategory("comparison.SHOWN.1")]
    [TestCategory("comparison.SHOWN.5")]
    public void A_pull_request_is_compared_with_its_target()
    {
        using var step = Step();
        var result = step.Run();
        Assert.AreEqual(0, result.ExitCode, result.Log);
        Expected.AreEqual("tests/SpecPush.Action.Tests/Expected/comparison.md", result.Summary, Names);
        var comparison = result.Report.GetProperty("comparison");
        Assert.AreEqual(_base, comparison.GetProperty("base").GetString());
        Expected.AreEqual("tests/SpecPush.Action.Tests/Expected/comparison.json", JsonSerializer.Serialize(comparison, Indented) + "\n", Names);
        CollectionAssert.Contains(result.Lines, $"SpecPush: compared with main ({_base[..7]}): 3 requirements changed: 1 lost its last test, 1 newly without a test, 1 reworded, 1 added");
    }

    [TestMethod]
    [TestCategory("comparison.BASE.2")]
    public void A_merge_that_is_newer_than_the_event_is_compared_with_what_it_merges_into()
    {
        using var step = Step();
        var head = _repository.Head;
        _repository.Git("checkout", "-q", "main");
        _repository.Write("features/other.feature.yaml", ShopRepository.Spec.Replace("cart", "other", StringComparison.Ordinal));
        var target = _repository.Commit();
        _repository.Git("merge", "-q", "--no-ff", "--no-edit", "work");
        _repository.Git("checkout", "-q", "--detach");
        var comparison = step.Variables(("GITHUB_SHA", _repository.Head)).Run().Report.GetProperty("comparison");
        Assert.AreEqual((target, 3), (comparison.GetProperty("base").GetString(), comparison.GetProperty("requirements").GetArrayLength()));
        Assert.AreNotEqual(head, _repository.Head);
    }

    [TestMethod]
    [TestCategory("comparison.BASE.2")]
    [DataRow("none", null)]
    [DataRow("main", "main")]
    [DataRow("", "main")]
    public void An_input_sets_what_to_compare_with(string input, string? with)
    {
        using var step = Step().Inputs(("compare-with", input));
        var report = step.Run().Report;
        Assert.AreEqual(with, report.TryGetProperty("comparison", out var comparison) ? comparison.GetProperty("with").GetString() : null);
    }

    [TestMethod]
    [TestCategory("comparison.BASE.2")]
    public void A_push_is_compared_with_nothing()
    {
        using var step = WorkflowStep.ForPush(_repository, "work").Inputs(("mode", "check"), ("fail-on-lost-tests", "true"));
        var result = step.Run();
        Assert.AreEqual(0, result.ExitCode, result.Log);
        Assert.IsFalse(result.Report.TryGetProperty("comparison", out _));
        Assert.IsFalse(result.Summary.Contains("What this change does", StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("comparison.GATE.1")]
    [TestCategory("comparison.GATE.2")]
    public void Gates_fail_the_step_at_the_places()
    {
        using var step = Step().Inputs(("fail-on-lost-tests", "true"), ("fail-on-untested-additions", "true"));
        var result = step.Run();
        Assert.AreEqual(1, result.ExitCode);
        StringAssert.Contains(result.Log, "::error file=test/cart.test.js,line=1,title=SPUSH2030::cart.LINES.2 has lost its last test (test/cart.test.js:2)");
        StringAssert.Contains(result.Log, "::error file=features/cart.feature.yaml,line=8,title=SPUSH2031::cart.LINES.3 is new, and no test refers to it");
    }

    [TestMethod]
    [TestCategory("comparison.BASE.3")]
    [TestCategory("comparison.BASE.3-1")]
    [TestCategory("comparison.GATE.3")]
    public void A_shallow_clone_asks_GitHub_and_says_what_it_needs()
    {
        var clone = Clone(1);
        _github.MergeBases[$"{_repository.Git("rev-parse", "main")}...{_repository.Head}"] = (_base, 1);
        using var step = Step(clone);
        var result = step.Run();
        Assert.AreEqual(0, result.ExitCode, result.Log);
        StringAssert.Contains(result.Log, $"::notice title=SPUSH3013::The requirements were not compared with 'main', because this clone does not have {_base[..7]}, where the two diverged; check out at least 2 commits");
        using var gated = Step(clone).Inputs(("fail-on-lost-tests", "true"));
        Assert.AreEqual(1, gated.Run().ExitCode);

        using var deep = Step(Clone(2));
        Assert.AreEqual(_base, deep.Run().Report.GetProperty("comparison").GetProperty("base").GetString());
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.3")]
    public void The_check_run_has_the_comparison_as_its_text()
    {
        using var step = Step().Inputs(("check-run", "true"));
        step.Run();
        var output = _github.CheckRuns.Single()["output"]!;
        StringAssert.Contains((string?)output["text"], "### What this change does to the requirements");
        Assert.IsFalse(((string)output["summary"]!).Contains("What this change does", StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.4")]
    public void One_comment_is_updated_in_place()
    {
        for (var number = 0; number < 150; number++)
        {
            _github.AddComment("7", "Looks good", "somebody", "User");
        }

        Comment();
        Comment();
        Assert.HasCount(1, _github.Writes);
        var comment = _github.Comments.Single(static comment => (string?)comment["user"]!["type"] == "Bot");
        StringAssert.StartsWith((string?)comment["body"], "<!-- specpush comparison  -->\n### What this change does to the requirements\n");

        _repository.Git("revert", "--no-edit", "HEAD");
        Comment();
        Assert.HasCount(151, _github.Comments);
        CollectionAssert.AreEqual(new[] { "POST", "PATCH" }, _github.Writes.Select(static request => request.Method).ToArray());
        StringAssert.Contains((string?)comment["body"], "No requirement has changed");

        // Another part of the repository has its own comment.
        _repository.Git("revert", "--no-edit", "HEAD");
        using var scoped = Step().Inputs(("comment", "true"), ("scope", "features"), ("specs", "*.feature.yaml"));
        scoped.Run();
        Assert.HasCount(152, _github.Comments);
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.4")]
    public void Two_jobs_at_the_same_moment_leave_one_comment()
    {
        _github.CommentOfAnotherJob = "<!-- specpush comparison  -->\nother";
        Comment();
        var comment = _github.Comments.Single();
        Assert.AreEqual("1", comment["id"]!.ToString());
        StringAssert.Contains((string?)comment["body"], "What this change does");
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.4-2")]
    public void A_comment_of_another_user_is_not_touched()
    {
        _github.AddComment("7", "<!-- specpush comparison  -->\nowned", "somebody", "User");
        _github.AddComment("8", "<!-- specpush comparison  -->\nother", "github-actions[bot]", "Bot");
        Comment();
        Assert.HasCount(3, _github.Comments);
        Assert.AreEqual("<!-- specpush comparison  -->\nowned", (string?)_github.Comments[0]["body"]);
        Assert.AreEqual("<!-- specpush comparison  -->\nother", (string?)_github.Comments[1]["body"]);
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.4")]
    public void A_token_of_a_user_finds_its_own_comment()
    {
        _github.Login = "me";
        _github.AddComment("7", "<!-- specpush comparison  -->\nold", "me", "User");
        Comment();
        Assert.HasCount(1, _github.Comments);
        StringAssert.Contains((string?)_github.Comments[0]["body"], "What this change does");
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.4-2")]
    public void There_is_no_comment_without_a_change_or_a_request()
    {
        Step().Run();
        _repository.Git("revert", "--no-edit", "HEAD");
        Comment();
        Assert.IsEmpty(_github.Comments);
        Assert.IsEmpty(_github.Writes);
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.4-1")]
    [DataRow("my-org/my-repo", "warning")]
    [DataRow("somebody/my-repo", "notice")]
    public void Without_permission_the_step_says_so_once_and_goes_on(string head, string level)
    {
        _github.ForbiddenMethod = "POST";
        using var step = Step(head: head).Inputs(("comment", "true"));
        var result = step.Run();
        Assert.AreEqual(0, result.ExitCode, result.Log);
        var said = result.Lines.Single(static line => line.Contains("SPUSH5033", StringComparison.Ordinal));
        StringAssert.StartsWith(said, $"::{level} title=SPUSH5033::The comment on the pull request could not be created (github-token has no permission to do so)");
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.2")]
    public void A_thousand_changed_requirements_stay_within_the_limits()
    {
        _repository.Git("rm", "-q", "-r", "features", "test");
        for (var feature = 0; feature < 20; feature++)
        {
            var lines = Enumerable.Range(1, 50).Select(number => string.Create(CultureInfo.InvariantCulture, $"    {number}: {new string('€', 400)} {feature} {number}\n"));
            _repository.Write($"features/f{feature}.feature.yaml", $"feature:\n  name: f{feature}\n  product: shop\ncomponents:\n  A:\n{string.Concat(lines)}");
        }

        _repository.Write("test/f0.test.js", string.Concat(Enumerable.Range(1, 50).Select(static number => $"// f0.A.{number}\n")));
        _repository.Commit();
        using var step = Step().Inputs(("comment", "true"), ("check-run", "true"));
        var result = step.Run();

        // The test server refuses comments that are too long for GitHub.
        Assert.AreEqual(0, result.ExitCode, result.Log);
        Assert.IsFalse(result.Log.Contains("SPUSH50", StringComparison.Ordinal), result.Log);
        string[] pages = [(string)_github.Comments.Single()["body"]!, (string)_github.CheckRuns.Single()["output"]!["text"]!, result.Summary];
        foreach (var page in pages)
        {
            StringAssert.Contains(page, "**950\u00A0newly without a test**");
            Assert.MatchesRegex(@"\*… and [0-9]+ more requirements that need attention, all of which are in the JSON report\.\*", page);
            Assert.MatchesRegex("<strong>shop</strong>: 2\u00A0removed, 50\u00A0added</summary>", page);
            Assert.AreEqual(page.Split("<details>").Length, page.Split("</details>").Length);
        }

        Assert.AreEqual(1002, result.Report.GetProperty("comparison").GetProperty("requirements").GetArrayLength());
    }

    [TestMethod]
    [TestCategory("comparison.SHOWN.8")]
    public void Texts_of_specs_are_escaped()
    {
        const string Hostile = "</details><script>owned</script> [owned](javascript:owned) ![owned](https://owned) | `owned` --> @everybody #1 GH-1 **bold**\u202E";
        _repository.Write("features/cart.feature.yaml", $"feature:\n  name: cart\n  product: shop\ncomponents:\n  LINES:\n    1: '{Hostile}'\n    2: '{Hostile} new'\n    4: '{Hostile} 4'\n");
        _repository.Commit();
        using var step = Step().Inputs(("comment", "true"));
        var page = step.Run().Summary + (string)_github.Comments.Single()["body"]!;
        Assert.DoesNotMatchRegex(@"<script|[^\\]\]\((?!https://github\.com/)|[^\\]`|@everybody|#1|GH\\?-1|\u202E", page);
        StringAssert.Contains(page, @"\@&#8203;everybody \#&#8203;1 GH\-&#8203;1 \*\*bold");
        Assert.AreEqual(page.Split("<details>").Length, page.Split("</details>").Length);
    }

    private (string Value, string Name)[] Names =>
        [(_repository.Head, "<commit>"), (_repository.Head[..7], "<commit7>"), (_base, "<base>"), (_base[..7], "<base7>")];

    private void Comment()
    {
        using var step = Step().Inputs(("comment", "true"));
        var result = step.Run();
        Assert.IsFalse(result.Log.Contains("SPUSH5033", StringComparison.Ordinal), result.Log);
    }

    private string Clone(int depth)
    {
        var clone = Path.Combine(_repository.Scratch, $"clone{depth}");
        TestRepository.GitIn(_repository.Scratch, "clone", "-q", "-b", "work", "--depth", $"{depth}", new Uri(_repository.Path).AbsoluteUri, clone);
        TestRepository.GitIn(clone, "remote", "set-url", "origin", "https://github.com/my-org/my-repo.git");
        return clone;
    }

    private WorkflowStep Step(string? workspace = null, string head = "my-org/my-repo") => new WorkflowStep(workspace ?? _repository.Path)
        .PullRequestEvent("pull_request", _repository.Head, _repository.Git("rev-parse", "main"), head)
        .Variables(("GITHUB_REF", "refs/pull/7/merge"), ("GITHUB_REF_NAME", "7/merge"), ("GITHUB_REF_TYPE", "branch"), ("GITHUB_SHA", _repository.Head), ("GITHUB_API_URL", _github.ApiUrl.ToString().TrimEnd('/')))
        .Inputs(("github-token", "ghs_token"), ("mode", "check"));
}

using SpecPush.Checkout;
using SpecPush.Comparison;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Comparison;

[TestClass]
public sealed class ComparisonBaseTests : IDisposable
{
    private readonly TestRepository _repository = new();
    private readonly string _parting;

    public ComparisonBaseTests()
    {
        _repository.Commit("1");
        _parting = _repository.Commit("2");
        _repository.Git("checkout", "-q", "-b", "work");
        _repository.Commit("3");
        _repository.Commit("4");
        _repository.Git("checkout", "-q", "main");
        _repository.Commit("5");
        _repository.Git("checkout", "-q", "work");
    }

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("comparison.BASE.1")]
    public async Task The_base_is_the_merge_base_with_the_branch()
    {
        Assert.AreEqual(new ComparisonBase("main", _parting, null), await FindAsync(_repository.Path));
        Assert.AreEqual(_parting, (await FindAsync(_repository.Path, with: _parting[..10])).Commit);
        Assert.AreEqual(_repository.Head, (await FindAsync(_repository.Path, with: "work")).Commit);
    }

    [TestMethod]
    [TestCategory("comparison.BASE.1-1")]
    public async Task A_branch_that_exists_only_on_the_remote_is_found()
    {
        var clone = Clone();
        Assert.AreEqual(_parting, (await FindAsync(clone)).Commit);
    }

    [TestMethod]
    [TestCategory("comparison.BASE.4")]
    public async Task A_revision_that_does_not_exist_is_a_finding()
    {
        foreach (var with in (string[])["nothing", "--upload-pack=owned", "HEAD:features"])
        {
            var found = await FindAsync(_repository.Path, with: with);
            Assert.AreEqual((null, "SPUSH3012"), (found.Commit, found.Finding?.Code));
        }

        _repository.Git("checkout", "-q", "--orphan", "other");
        _repository.Commit("6");
        StringAssert.EndsWith((await FindAsync(_repository.Path)).Finding?.Message, "because they have no commit in common.");
    }

    [TestMethod]
    [TestCategory("comparison.BASE.3")]
    [TestCategory("comparison.BASE.3-1")]
    public async Task In_a_shallow_clone_the_host_provides_the_merge_base_which_the_clone_may_not_have()
    {
        var host = new Host(new MergeBase(_parting, 2));
        var clone = Clone("--depth", "2");
        var found = await FindAsync(clone, host);
        Assert.AreEqual((null, "SPUSH3013"), (found.Commit, found.Finding?.Code));
        StringAssert.Contains(found.Finding!.Message, $"this clone does not have {_parting[..7]}, where the two diverged; check out at least 3 commits");

        // The depth that the message names is enough.
        Assert.AreEqual(_parting, (await FindAsync(Clone("--depth", "3"), host)).Commit);
        Assert.AreEqual(("main", TestRepository.GitIn(clone, "rev-parse", "HEAD")), host.Asked);
    }

    [TestMethod]
    [TestCategory("comparison.BASE.3-2")]
    public async Task Without_a_host_a_shallow_clone_must_show_that_it_hides_nothing()
    {
        // Both branches lead to the commit at which the clone ends, so the missing history cannot contain another merge base.
        Assert.AreEqual(_parting, (await FindAsync(Clone("--depth", "3", "--no-single-branch"))).Commit);
        var cut = await FindAsync(Clone("--depth", "1", "--no-single-branch"));
        Assert.AreEqual((null, "SPUSH3013"), (cut.Commit, cut.Finding?.Code));
        StringAssert.EndsWith(cut.Finding!.Message, "check out the whole history (fetch-depth in actions/checkout: 0).");
    }

    [TestMethod]
    [TestCategory("comparison.BASE.3-2")]
    public async Task A_base_does_not_count_if_missing_history_may_contain_a_later_one()
    {
        // work merges main again; a clone that ends after that merge's first parent still has an older common commit.
        _repository.Git("checkout", "-q", "main");
        _repository.Git("merge", "-q", "--no-ff", "--no-edit", "work~1");
        _repository.Commit("6");
        _repository.Git("checkout", "-q", "work");
        _repository.Git("merge", "-q", "--no-ff", "--no-edit", "main~1");
        var truth = _repository.Git("merge-base", "main", "work");
        for (var depth = 1; depth <= 6; depth++)
        {
            var found = (await FindAsync(Clone("--depth", $"{depth}", "--no-single-branch"))).Commit;
            Assert.IsTrue(found is null || found == truth, $"depth {depth}: {found}");
        }
    }

    [TestMethod]
    [TestCategory("comparison.BASE.5")]
    public async Task A_clone_without_contents_says_so_and_fetches_nothing()
    {
        _repository.Write("features/cart.feature.yaml", "feature:\n  name: cart\n  product: shop\n");
        var old = _repository.Commit();
        _repository.Delete("features/cart.feature.yaml");
        _repository.Commit();
        _repository.Git("config", "uploadpack.allowFilter", "true");
        var clone = Clone("--filter=blob:none");
        var result = await new ComparedRepository(clone).CompareAsync(old);
        Assert.IsNull(result.Comparison);
        Assert.AreEqual("SPUSH3014", result.Findings.Single().Code);
    }

    [TestMethod]
    [TestCategory("comparison.BASE.2")]
    public void A_pull_request_is_compared_with_its_target_unless_the_user_sets_something_else()
    {
        var request = new PullRequest(7, IsFork: false) { TargetBranch = "main", TargetCommit = Given.Commit };
        Assert.AreEqual(Given.Commit, ComparedRevision.Choose(null, request)!.Revisions.Single());
        CollectionAssert.AreEqual(new[] { "refs/remotes/origin/main", "main" }, ComparedRevision.Choose(null, request with { TargetCommit = null })!.Revisions);
        Assert.AreEqual("v1", ComparedRevision.Choose("v1", request)!.Name);
        Assert.IsNull(ComparedRevision.Choose(null, null));
        Assert.IsNull(ComparedRevision.Choose(null, new PullRequest(7, IsFork: null)));
    }

    [TestMethod]
    [TestCategory("comparison.BASE.1")]
    public async Task A_pull_request_that_merged_its_target_does_not_include_the_targets_changes()
    {
        var taken = _repository.Git("rev-parse", "main");
        _repository.Git("merge", "-q", "--no-ff", "--no-edit", "main");
        var clone = new ComparedRepository(Clone());
        var ofTheEvent = ComparedRevision.Choose(null, new PullRequest(7, IsFork: false) { TargetBranch = "main", TargetCommit = _parting })!;
        Assert.AreEqual(taken, (await clone.FindBaseAsync(ofTheEvent)).Commit);

        // After the merge, the pull request is in its target's history, but is still compared with its starting point.
        _repository.Git("checkout", "-q", "main");
        _repository.Git("merge", "-q", "--ff-only", "work");
        Assert.AreEqual(_parting, (await new ComparedRepository(Clone()).FindBaseAsync(ofTheEvent)).Commit);
    }

    private static Task<ComparisonBase> FindAsync(string root, IRepositoryHost? host = null, string with = "main") => new ComparedRepository(root).FindBaseAsync(with, host);

    private string Clone(params string[] options)
    {
        var clone = Path.Combine(_repository.Scratch, Guid.NewGuid().ToString("n"));
        TestRepository.GitIn(_repository.Scratch, ["clone", "-q", "-b", "work", .. options, new Uri(_repository.Path).AbsoluteUri, clone]);
        return clone;
    }

    private sealed class Host(MergeBase answer) : IRepositoryHost
    {
        public (string Revision, string Head) Asked { get; private set; }

        public Task<string?> FindTipAsync(string branch, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<string?> FindLastCommitAsync(string commit, string path, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<MergeBase?> FindMergeBaseAsync(string revision, string head, CancellationToken cancellationToken)
        {
            Asked = (revision, head);
            return Task.FromResult<MergeBase?>(answer);
        }
    }
}

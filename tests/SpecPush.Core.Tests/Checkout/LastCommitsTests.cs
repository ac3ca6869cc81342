using SpecPush.Checkout;

namespace SpecPush.Tests.Checkout;

[TestClass]
public sealed class LastCommitsTests : IDisposable
{
    private static readonly string[] Paths = ["features/a.feature.yaml", "features/b.feature.yaml"];

    private readonly TestRepository _repository = new();
    private readonly string _first;
    private readonly string _head;

    public LastCommitsTests()
    {
        _repository.Write(Paths[0], "1");
        _first = _repository.Commit();
        _repository.Write(Paths[1], "1");
        _head = _repository.Commit();
        _repository.Git("config", "uploadpack.allowFilter", "true");
    }

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("checkout.HISTORY.6")]
    [DataRow("--depth=1", "SPUSH3010", DisplayName = "shallow")]
    [DataRow("--filter=tree:0", "SPUSH3015", DisplayName = "partial")]
    public async Task A_clone_without_the_history_is_named_as_the_cause(string option, string code)
    {
        var last = await FindAsync(Clone(option));
        Assert.AreEqual(code, last.Finding!.Code);
        StringAssert.Contains(last.Finding.Message, "2 specs");
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.6")]
    [DataRow("--depth=1", DisplayName = "shallow")]
    [DataRow("--filter=tree:0", DisplayName = "partial")]
    public async Task The_host_knows_what_the_clone_does_not(string option)
    {
        var last = await FindAsync(Clone(option), new Host(_first));
        Assert.AreEqual((_first, _first), (last.ByPath[Paths[0]], last.ByPath[Paths[1]]));
        Assert.IsNull(last.Finding);
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.6")]
    [DataRow("--filter=blob:none", DisplayName = "partial, without contents")]
    [DataRow("--no-tags", DisplayName = "complete")]
    public async Task A_clone_with_the_history_needs_no_host(string option)
    {
        var last = await FindAsync(Clone(option), new Host(new string('a', 40)));
        Assert.AreEqual((_first, _head), (last.ByPath[Paths[0]], last.ByPath[Paths[1]]));
        Assert.IsNull(last.Finding);
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.6")]
    public async Task A_spec_that_no_commit_has_is_not_looked_for_elsewhere()
    {
        _repository.Write("features/new.feature.yaml", "1");
        var repository = Repositories.Open(_repository.Path);
        var last = await LastCommits.FindAsync(
            repository, await repository.ReadStatusAsync(default), new Host(_first), _head, ["features/new.feature.yaml"], default);
        Assert.IsEmpty(last.ByPath);
        Assert.IsNull(last.Finding);
    }

    private string Clone(string option)
    {
        var clone = Path.Combine(_repository.Scratch, "clone");
        TestRepository.GitIn(_repository.Scratch, "clone", "-q", option, new Uri(_repository.Path).AbsoluteUri, clone);
        return clone;
    }

    private async Task<LastCommits> FindAsync(string clone, IRepositoryHost? host = null)
    {
        var repository = Repositories.Open(clone);
        return await LastCommits.FindAsync(repository, await repository.ReadStatusAsync(default), host, _head, [.. Paths], default);
    }

    private sealed class Host(string last) : IRepositoryHost
    {
        public Task<string?> FindTipAsync(string branch, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<string?> FindLastCommitAsync(string commit, string path, CancellationToken cancellationToken) => Task.FromResult<string?>(last);

        public Task<MergeBase?> FindMergeBaseAsync(string revision, string head, CancellationToken cancellationToken) => Task.FromResult<MergeBase?>(null);
    }
}

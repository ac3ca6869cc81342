using System.Text;
using SpecPush.Checkout;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Checkout;

[TestClass]
public sealed class GitRepositoryTests : IDisposable
{
    private readonly TestRepository _repository = new("a repository ü");

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("checkout.STATUS.1")]
    public async Task The_status_tells_commit_branch_origin_and_changes()
    {
        _repository.Write("kept.txt", "1");
        _repository.Write("gone ü.txt", "1");
        _repository.Write("changed.txt", "1");
        var head = _repository.Commit();
        _repository.Write("changed.txt", "2");
        _repository.Delete("gone ü.txt");
        _repository.Write("new\tfile.txt", "1");
        _repository.Write("obj/x.txt", "1");
        _repository.Write("staged.txt", "1");
        _repository.Git("add", "staged.txt");

        var status = await StatusAsync();
        Assert.AreEqual((head, "main", "https://github.com/my-org/my-repo.git"), (status.HeadCommit, status.HeadBranch, status.OriginUrl));
        CollectionAssert.AreEqual(
            new[] { "changed.txt Modified", "gone ü.txt Deleted", "new\tfile.txt Untracked", "staged.txt Modified" },
            status.Changes.Select(static change => $"{change.Path} {change.Kind}").ToArray());
    }

    [TestMethod]
    [TestCategory("checkout.FILES.1")]
    public async Task The_listing_has_regular_present_files_once()
    {
        _repository.Write(".gitignore", "ignored/");
        _repository.Write("src/a.cs", "1");
        _repository.Write("bin/script.sh", "1");
        _repository.Write("gone.cs", "1");
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(_repository.Path, "link.cs"), "src/a.cs");
        }

        _repository.Commit();
        _repository.Delete("gone.cs");
        _repository.Write("ignored/x.cs", "1");
        _repository.Write("new.cs", "1");
        _repository.Write("src/bin/Debug/x.txt", "1");

        CollectionAssert.AreEqual(new[] { ".gitignore", "bin/script.sh", "new.cs", "src/a.cs" }, await FilesAsync(includeUntracked: true));
        CollectionAssert.AreEqual(new[] { ".gitignore", "bin/script.sh", "src/a.cs" }, await FilesAsync(includeUntracked: false));
    }

    [TestMethod]
    [TestCategory("checkout.FILES.1")]
    public async Task An_unmerged_file_is_listed_once()
    {
        _repository.Write("a.cs", "1");
        _repository.Commit();
        _repository.Git("checkout", "-q", "-b", "other");
        _repository.Write("a.cs", "2");
        _repository.Commit();
        _repository.Git("checkout", "-q", "main");
        _repository.Write("a.cs", "3");
        _repository.Commit();
        Assert.ThrowsExactly<InvalidOperationException>(() => _repository.Git("merge", "-q", "other"));
        CollectionAssert.AreEqual(new[] { "a.cs" }, await FilesAsync(includeUntracked: true));
        Assert.AreEqual("a.cs Modified", (await StatusAsync()).Changes.Select(static change => $"{change.Path} {change.Kind}").Single());
    }

    [TestMethod]
    [TestCategory("checkout.SAFE.1")]
    public async Task No_filter_hook_or_monitor_of_the_repository_runs()
    {
        var marker = Path.Combine(_repository.Scratch, "ran");
        _repository.Write("a.txt", "1");
        _repository.Write(".gitattributes", "*.txt filter=evil");
        _repository.Commit();
        _repository.Git("config", "filter.evil.clean", $"touch '{marker}'; cat");
        _repository.Git("config", "filter.evil.required", "true");
        _repository.Git("config", "core.fsmonitor", $"touch '{marker}'");
        _repository.Write("a.txt", "22");
        Assert.AreEqual("a.txt", (await StatusAsync()).Changes.Single().Path);
        await FilesAsync(includeUntracked: true);
        Assert.IsFalse(File.Exists(marker));
    }

    [TestMethod]
    [TestCategory("checkout.FILES.2")]
    public async Task Committed_content_is_read_as_it_was_committed()
    {
        _repository.Write("a ü.cs", "one\n");
        _repository.Write("empty", "");
        _repository.Commit();
        _repository.Write("a ü.cs", "two\n");
        var contents = await Open().ReadCommittedAsync(["a ü.cs", "missing", "empty"], CancellationToken.None);
        Assert.AreEqual("one\n", Encoding.UTF8.GetString(contents["a ü.cs"]));
        Assert.IsEmpty(contents["empty"]);
        Assert.IsFalse(contents.ContainsKey("missing"));
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.2")]
    public async Task A_work_tree_has_its_own_git_directory()
    {
        _repository.Write("a.cs", "1");
        _repository.Commit();
        var tree = Path.Combine(_repository.Scratch, "tree");
        _repository.Git("worktree", "add", "-q", "-b", "work", tree);
        var status = await Repositories.Open(tree).ReadStatusAsync(CancellationToken.None);
        Assert.AreEqual((tree, "work"), (status.Root, status.HeadBranch));
        StringAssert.Contains(status.GitDirectory, "worktrees");
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.2")]
    public async Task A_folder_below_the_root_belongs_to_the_repository()
    {
        _repository.Write("src/deep/a.cs", "1");
        Assert.AreEqual(_repository.Path, Repositories.Open(Path.Combine(_repository.Path, "src/deep")).Root);
        Assert.IsNull((await StatusAsync()).HeadCommit);
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.3")]
    public async Task A_repository_that_git_cannot_read_is_a_finding()
    {
        File.WriteAllText(Path.Combine(_repository.Path, ".git", "HEAD"), "nonsense");
        var exception = await Assert.ThrowsExactlyAsync<CheckoutException>(StatusAsync);
        Assert.AreEqual("SPUSH3002", exception.Finding.Code);
    }

    private IRepository Open() => Repositories.Open(_repository.Path);

    private Task<RepositoryStatus> StatusAsync() => Open().ReadStatusAsync(CancellationToken.None);

    private async Task<string[]> FilesAsync(bool includeUntracked) =>
        [.. (await Open().ListFilesAsync(includeUntracked, CancellationToken.None)).Files.Select(static file => file.Path)];
}

using SpecPush.Checkout;

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
    [TestCategory("checkout.FILES.2")]
    public async Task Committed_content_is_read_as_it_was_committed()
    {
        _repository.Write("a ü.cs", "one\n");
        _repository.Write("empty", "");
        _repository.Commit();
        _repository.Write("a ü.cs", "two\n");
        _repository.Delete("empty");
        _repository.Write("new", "three\n");
        var blobs = (await StatusAsync()).Changes.ToDictionary(static change => change.Path, static change => change.CommittedBlob);
        Assert.IsNull(blobs["new"]);
        var contents = await ReadAsync(blobs["a ü.cs"]!, blobs["empty"]!);
        Assert.AreEqual(("one\n", ""), (contents[blobs["a ü.cs"]!], contents[blobs["empty"]!]));
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

    [TestMethod]
    [TestCategory("checkout.STATUS.1")]
    [TestCategory("checkout.STATUS.4")]
    public async Task The_distance_to_the_upstream_and_the_default_branch_are_known()
    {
        _repository.Commit("1");
        var clone = Path.Combine(_repository.Scratch, "clone");
        TestRepository.GitIn(_repository.Scratch, "clone", "-q", _repository.Path, clone);
        _repository.Commit("2");
        _repository.Commit("3");
        TestRepository.GitIn(clone, "commit", "-q", "--allow-empty", "-m", "4");
        TestRepository.GitIn(clone, "fetch", "-q");
        var status = await Repositories.Open(clone).ReadStatusAsync(CancellationToken.None);
        Assert.AreEqual((1, 2, "main"), (status.Ahead, status.Behind, status.DefaultBranch));
        Assert.IsNull((await StatusAsync()).DefaultBranch);
        Assert.IsNull((await StatusAsync()).Behind);
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.4")]
    public async Task The_parents_of_a_merge_are_known_where_a_shallow_clone_ends()
    {
        var first = _repository.Commit("1");
        _repository.Git("checkout", "-q", "-b", "work");
        var second = _repository.Commit("2");
        _repository.Git("checkout", "-q", "main");
        _repository.Git("merge", "-q", "--no-ff", "--no-edit", "work");
        var clone = Path.Combine(_repository.Scratch, "clone");
        TestRepository.GitIn(_repository.Scratch, "clone", "-q", "--depth", "1", new Uri(_repository.Path).AbsoluteUri, clone);
        var status = await Repositories.Open(clone).ReadStatusAsync(CancellationToken.None);
        CollectionAssert.AreEqual(new[] { first, second }, await Repositories.Open(clone).ReadHeadParentsAsync(CancellationToken.None));
        Assert.IsTrue(status.IsShallow);
    }

    [TestMethod]
    [TestCategory("checkout.FILES.3")]
    [TestCategory("checkout.STATUS.4")]
    public async Task Files_that_a_sparse_checkout_leaves_out_are_reported()
    {
        _repository.Write("kept/a.cs", "1");
        _repository.Write("left/b.cs", "1");
        _repository.Write("left/ü.cs", "1");
        _repository.Commit();
        Assert.IsFalse((await StatusAsync()).IsSparse);
        _repository.Git("sparse-checkout", "set", "--sparse-index", "kept");

        var listing = await Open().ListFilesAsync(includeUntracked: true, CancellationToken.None);
        CollectionAssert.AreEqual(new[] { "kept/a.cs" }, listing.Files.Select(static file => file.Path).ToArray());
        CollectionAssert.AreEqual(new[] { "left/b.cs", "left/ü.cs" }, listing.MissingFromSparse);
        Assert.IsTrue((await StatusAsync()).IsSparse);
        Assert.IsEmpty((await StatusAsync()).Changes);
    }

    [TestMethod]
    [TestCategory("checkout.FILES.3")]
    public async Task A_file_that_was_only_marked_to_be_skipped_is_a_file()
    {
        _repository.Write("local.json", "1");
        _repository.Commit();
        _repository.Git("update-index", "--skip-worktree", "local.json");
        var listing = await Open().ListFilesAsync(includeUntracked: true, CancellationToken.None);
        Assert.AreEqual("local.json", listing.Files.Single().Path);
        Assert.IsEmpty(listing.MissingFromSparse);
    }

    [TestMethod]
    [TestCategory("checkout.FILES.4")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task A_folder_that_became_a_link_is_not_followed()
    {
        _repository.Write("src/deep/a.cs", "1");
        _repository.Commit();
        var outside = Path.Combine(_repository.Scratch, "outside");
        Directory.Move(Path.Combine(_repository.Path, "src"), outside);
        Directory.CreateSymbolicLink(Path.Combine(_repository.Path, "src"), outside);
        Assert.IsEmpty(await FilesAsync(includeUntracked: true));
    }

    [TestMethod]
    [TestCategory("checkout.FILES.4")]
    [TestCategory("checkout.STATUS.2")]
    public async Task A_submodule_is_a_separate_repository()
    {
        using var library = new TestRepository("library");
        library.Write("lib.cs", "1");
        var head = library.Commit();
        _repository.Write("a.cs", "1");
        _repository.Git("submodule", "--quiet", "add", library.Path, "lib");
        _repository.Commit();
        _repository.Write("lib/new.cs", "1");

        CollectionAssert.AreEqual(new[] { ".gitmodules", "a.cs" }, await FilesAsync(includeUntracked: true));
        Assert.IsEmpty((await StatusAsync()).Changes);
        var submodule = Repositories.Open(Path.Combine(_repository.Path, "lib"));
        var status = await submodule.ReadStatusAsync(CancellationToken.None);
        Assert.AreEqual((Path.Combine(_repository.Path, "lib"), head), (submodule.Root, status.HeadCommit));
        Assert.AreEqual("new.cs", status.Changes.Single().Path);
    }

    [TestMethod]
    [TestCategory("checkout.FILES.6")]
    [OSCondition(OperatingSystems.Linux)]
    public async Task A_name_that_is_not_valid_unicode_is_ignored()
    {
        _repository.Write("a.cs", "1");
        _repository.Git("-c", "alias.write=!printf 1 >$(printf 'b\\377.cs') && printf 1 >$(printf 'c\\377.cs')", "write");
        _repository.Git("add", "--", "b*");
        var files = await FilesAsync(includeUntracked: true);
        var status = await StatusAsync();
        _repository.Git("-c", "alias.remove=!rm b* c*", "remove");
        CollectionAssert.AreEqual(new[] { "a.cs" }, files);
        Assert.AreEqual("a.cs", status.Changes.Single().Path);
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.1")]
    public async Task Line_ends_and_large_files_that_git_converts_are_no_changes()
    {
        _repository.Write(".gitattributes", "*.txt text\n*.bin filter=upper\n");
        _repository.Write("a.txt", "1\n2\n");
        _repository.Commit();
        _repository.Git("config", "filter.upper.clean", "tr a-z A-Z");
        _repository.Git("config", "filter.upper.smudge", "tr A-Z a-z");
        _repository.Write("b.bin", "content");

        // git compares the content of files that are not older than its index.
        File.SetLastWriteTimeUtc(Path.Combine(_repository.Path, "b.bin"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _repository.Commit();
        _repository.Git("config", "core.autocrlf", "true");
        _repository.Delete("a.txt");
        _repository.Git("checkout", "-q", ".");
        Assert.AreEqual("1\r\n2\r\n", File.ReadAllText(Path.Combine(_repository.Path, "a.txt")));
        Assert.IsEmpty((await StatusAsync()).Changes);
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.1")]
    public async Task A_file_that_is_removed_only_from_the_index_is_one_change()
    {
        _repository.Write("a.cs", "1");
        _repository.Commit();
        _repository.Git("rm", "-q", "--cached", "a.cs");
        Assert.AreEqual(("a.cs", FileChangeKind.Modified), (await StatusAsync()).Changes.Select(static change => (change.Path, change.Kind)).Single());
    }

    [TestMethod]
    [TestCategory("checkout.FILES.1")]
    public async Task Long_paths_and_names_that_differ_in_case_are_read()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("Other systems limit paths or fold case.");
        }

        var folder = string.Join('/', Enumerable.Repeat(new string('d', 100), 6));
        _repository.Write($"{folder}/a.cs", "1");
        _repository.Write("A.cs", "1");
        _repository.Write("a.cs", "1");
        var head = _repository.Commit();
        CollectionAssert.AreEqual(new[] { "A.cs", "a.cs", $"{folder}/a.cs" }, await FilesAsync(includeUntracked: false));
        Assert.AreEqual(head, (await Open().FindLastCommitsAsync(head, [$"{folder}/a.cs"], CancellationToken.None)).ByPath.Single().Value);
    }

    [TestMethod]
    [TestCategory("checkout.FILES.2")]
    public async Task A_folder_has_no_content()
    {
        _repository.Write("src/a.cs", "1");
        _repository.Commit();
        var file = _repository.Git("rev-parse", "HEAD:src/a.cs");
        Assert.AreEqual(file, (await ReadAsync(_repository.Git("rev-parse", "HEAD:src"), file)).Single().Key);
        Assert.IsEmpty(await ReadAsync());
    }

    [TestMethod]
    [TestCategory("checkout.STATUS.6")]
    [DataRow("https://github.com/o/r.git")]
    [DataRow("gh:o/r")]
    [DataRow("gh:o/r", "url.https://github.com/.insteadOf=gh:")]
    [DataRow("gh:o/r", "url.https://github.com/.insteadOf=gh:", "url.https://example.com/x/.insteadOf=gh:o/")]
    [DataRow("gh:o/r", "url.ssh://git@h.example/.pushInsteadOf=gh:")]
    [DataRow("https://a.example/r", "url.https://b.example/.insteadOf=https://a.example/", "url.https://c.example/.insteadOf=https://b.example/")]
    public async Task The_address_of_origin_is_the_same_as_gits(string address, params string[] settings)
    {
        _repository.Git("config", "remote.origin.url", address);
        foreach (var setting in settings.Select(static setting => setting.Split('=')))
        {
            _repository.Git("config", setting[0], setting[1]);
        }

        _repository.Git("config", "--add", "remote.origin.url", "https://example.com/second.git");
        Assert.AreEqual(_repository.Git("remote", "get-url", "origin").Trim(), (await StatusAsync()).OriginUrl);
        _repository.Git("remote", "remove", "origin");
        Assert.IsNull((await StatusAsync()).OriginUrl);
    }

    private async Task<Dictionary<string, string>> ReadAsync(params string[] blobs)
    {
        var contents = new Dictionary<string, string>();
        var missing = await Open().ReadBlobsAsync(blobs, Read, CancellationToken.None);
        Assert.AreEqual(blobs.Length - contents.Count, missing);
        return contents;

        void Read(string blob, Stream content)
        {
            using var reader = new StreamReader(content, leaveOpen: true);
            contents[blob] = reader.ReadToEnd();
        }
    }

    private IRepository Open() => Repositories.Open(_repository.Path);

    private Task<RepositoryStatus> StatusAsync() => Open().ReadStatusAsync(CancellationToken.None);

    private async Task<string[]> FilesAsync(bool includeUntracked) =>
        [.. (await Open().ListFilesAsync(includeUntracked, CancellationToken.None)).Files.Select(static file => file.Path)];
}

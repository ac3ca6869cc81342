using System.Collections.Immutable;
using SpecPush.Checkout;

namespace SpecPush.Tests.Checkout;

[TestClass]
public sealed class GitHistoryTests
{
    private static readonly string[] Paths = ["features/a.feature.yaml", "features/b.feature.yaml", "features/ü c.feature.yaml"];

    [TestMethod]
    [TestCategory("checkout.HISTORY.1")]
    [TestCategory("checkout.HISTORY.2")]
    [DataRow(1, "sha1")]
    [DataRow(2, "sha1")]
    [DataRow(3, "sha1")]
    [DataRow(34, "sha1")]
    [DataRow(5, "sha256")]
    public async Task The_last_commits_are_those_of_one_log_per_file(int seed, string objectFormat)
    {
        using var repository = new TestRepository(objectFormat: objectFormat);
        var random = new Random(seed);
        repository.Write("features/readme.md", "");
        repository.Commit("root");
        for (var step = 0; step < 40; step++)
        {
            Grow(repository, random, step);
        }

        foreach (var commit in repository.Git("rev-list", "--all").Split('\n'))
        {
            var found = await Repositories.Open(repository.Path).FindLastCommitsAsync(commit, Paths, CancellationToken.None);
            foreach (var path in Paths)
            {
                Assert.AreEqual(repository.Git("log", "-1", "--format=%H", commit, "--", path), found.ByPath.GetValueOrDefault(path, ""), $"{path} at {commit}");
            }
        }
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.1")]
    public async Task A_subject_that_looks_like_a_parent_is_not_one()
    {
        using var repository = new TestRepository();
        repository.Write(Paths[0], "1");
        var first = repository.Commit("root");
        repository.Write("other", "1");
        repository.Commit($"{first} (from {first}) commit {first}");
        var found = await Repositories.Open(repository.Path).FindLastCommitsAsync(repository.Head, [Paths[0]], CancellationToken.None);
        Assert.AreEqual(first, found.ByPath[Paths[0]]);
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.3")]
    public async Task Beyond_the_end_of_a_shallow_clone_nothing_is_known()
    {
        using var repository = new TestRepository();
        repository.Write(Paths[0], "1");
        repository.Write(Paths[1], "1");
        repository.Commit();
        repository.Write(Paths[1], "2");
        var second = repository.Commit();
        repository.Commit("Nothing");
        var clone = Path.Combine(repository.Scratch, "clone");
        TestRepository.GitIn(repository.Scratch, "clone", "-q", "--depth", "3", new Uri(repository.Path).AbsoluteUri, "full");
        TestRepository.GitIn(repository.Scratch, "clone", "-q", "--depth", "2", new Uri(repository.Path).AbsoluteUri, clone);
        var status = await Repositories.Open(clone).ReadStatusAsync(CancellationToken.None);
        Assert.IsTrue(status.IsShallow);
        Assert.IsEmpty((await Repositories.Open(clone).FindLastCommitsAsync(repository.Head, [Paths[0], Paths[1]], CancellationToken.None)).ByPath);

        TestRepository.GitIn(clone, "fetch", "-q", "--deepen", "1");
        var found = await Repositories.Open(clone).FindLastCommitsAsync(repository.Head, [Paths[0], Paths[1]], CancellationToken.None);
        Assert.AreEqual(second, found.ByPath[Paths[1]]);
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.1")]
    public async Task Many_specs_need_no_more_processes_than_one()
    {
        using var repository = new TestRepository();
        var paths = Enumerable.Range(0, 300).Select(static number => $"features/f{number}.feature.yaml").ToImmutableArray();
        foreach (var path in paths)
        {
            repository.Write(path, "1");
        }

        var first = repository.Commit();
        repository.Write(paths[7], "2");
        var second = repository.Commit();
        var found = await Repositories.Open(repository.Path).FindLastCommitsAsync(second, paths, CancellationToken.None);
        Assert.HasCount(300, found.ByPath);
        Assert.AreEqual(second, found.ByPath[paths[7]]);
        Assert.AreEqual(first, found.ByPath[paths[8]]);
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.3")]
    [TestCategory("checkout.SAFE.3")]
    public async Task If_a_partial_clone_lacks_trees_nothing_is_known_and_nothing_is_fetched()
    {
        using var repository = new TestRepository();
        repository.Write(Paths[0], "1");
        repository.Commit();
        repository.Write(Paths[1], "1");
        var second = repository.Commit();
        repository.Git("config", "uploadpack.allowFilter", "true");
        var clone = Path.Combine(repository.Scratch, "clone");
        TestRepository.GitIn(repository.Scratch, "clone", "-q", "--filter=tree:0", new Uri(repository.Path).AbsoluteUri, clone);
        var objects = CountObjects(clone);

        var found = await Repositories.Open(clone).FindLastCommitsAsync(second, Paths, CancellationToken.None);
        Assert.IsEmpty(found.ByPath);
        Assert.IsNotNull(found.Failure);
        Assert.AreEqual(objects, CountObjects(clone));
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.4")]
    public async Task A_file_that_no_commit_has_touched_has_no_last_commit()
    {
        using var repository = new TestRepository();
        repository.Write("readme.md", "1");
        var head = repository.Commit();
        repository.Write(Paths[0], "1");
        Assert.IsEmpty((await Repositories.Open(repository.Path).FindLastCommitsAsync(head, Paths, CancellationToken.None)).ByPath);
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.4")]
    [DataRow("0123456789012345678901234567890123456789")]
    [DataRow("HEAD")]
    [DataRow("--output=stolen")]
    public async Task A_commit_that_the_clone_does_not_have_has_no_history(string commit)
    {
        using var repository = new TestRepository();
        repository.Write(Paths[0], "1");
        repository.Commit();
        Assert.IsEmpty((await Repositories.Open(repository.Path).FindLastCommitsAsync(commit, Paths, CancellationToken.None)).ByPath);
        Assert.IsFalse(File.Exists(Path.Combine(repository.Path, "stolen")));
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.5")]
    public async Task Settings_that_change_what_a_log_shows_do_not_change_the_answer()
    {
        using var repository = new TestRepository();
        repository.Write("features/old.feature.yaml", "1\n2\n3\n");
        repository.Write(Paths[1], "1");
        var root = repository.Commit();
        repository.Git("checkout", "-q", "-b", "work");
        repository.Git("mv", "features/old.feature.yaml", Paths[0]);
        var rename = repository.Commit();
        repository.Git("checkout", "-q", "main");
        repository.Git("merge", "-q", "--no-ff", "--no-edit", "work");
        repository.Write("features/d/x.feature.yaml", "1");
        repository.Git("config", "log.showRoot", "false");
        repository.Git("config", "log.diffMerges", "first-parent");
        repository.Git("config", "log.follow", "true");
        repository.Git("config", "log.showSignature", "true");
        repository.Git("config", "log.decorate", "full");
        repository.Git("config", "diff.renames", "copies");
        repository.Git("config", "diff.relative", "true");
        repository.Git("config", "color.ui", "always");

        Assert.AreEqual(rename, (await Repositories.Open(repository.Path).FindLastCommitsAsync(repository.Head, [Paths[0]], CancellationToken.None)).ByPath[Paths[0]]);
        Assert.AreEqual(root, (await Repositories.Open(repository.Path).FindLastCommitsAsync(repository.Head, [Paths[1]], CancellationToken.None)).ByPath[Paths[1]]);
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.2")]
    public async Task Names_with_line_ends_and_wildcards_are_names()
    {
        using var repository = new TestRepository();
        repository.Write("features/a.feature.yaml", "1");
        var first = repository.Commit("first");
        repository.Write("features/[a].feature.yaml", "1");
        var second = repository.Commit("second");
        if (!OperatingSystem.IsWindows())
        {
            repository.Write($"features/0\nfeatures/a.feature.yaml", "1");
            repository.Write($"features/1\ncommit {second} {first}\n\n:x", "1");
        }

        var head = repository.Commit("third\n\n:100644 100644 0000000 0000000 M");
        var found = await Repositories.Open(repository.Path).FindLastCommitsAsync(head, ["features/a.feature.yaml", "features/[a].feature.yaml"], CancellationToken.None);
        Assert.AreEqual((first, second), (found.ByPath["features/a.feature.yaml"], found.ByPath["features/[a].feature.yaml"]));
    }

    private static int CountObjects(string clone) => Directory.EnumerateFiles(Path.Combine(clone, ".git", "objects"), "*", SearchOption.AllDirectories).Count();

    // Branches, merges of every kind (octopus, evil, reverted, criss-cross, one-sided), files that are deleted and restored, and wrong clocks.
    private static void Grow(TestRepository repository, Random random, int step)
    {
        repository.CommitTime = $"{1_700_000_000 + (step * 100) + random.Next(-2000, 2000)} +0000";
        var path = Paths[random.Next(Paths.Length)];
        var branches = repository.Git("for-each-ref", "--format=%(refname:short)", "refs/heads").Split('\n');
        string AnyBranch() => branches[random.Next(branches.Length)];
        switch (random.Next(10))
        {
            case 0:
                repository.Git("checkout", "-q", "-b", $"branch{step}");
                break;
            case 1 or 2:
                repository.Git("checkout", "-q", AnyBranch());
                break;
            case 3 or 4:
                Merge(repository, path, ["-X", random.Next(2) == 0 ? "ours" : "theirs", AnyBranch()], isEvil: random.Next(3) == 0, step);
                break;
            case 5:
                Merge(repository, path, ["-s", "ours", AnyBranch(), AnyBranch()], isEvil: random.Next(3) == 0, step);
                break;
            case 6 when repository.Git("rev-list", "--merges", "-1", "HEAD") is { Length: > 0 } merge:
                Try(repository, "revert", "--no-edit", "-m", random.Next(2) == 0 ? "1" : "2", merge);
                break;
            case 7:
                repository.Delete(path);
                repository.Commit($"remove {step}");
                break;
            default:
                repository.Write(path, $"{random.Next(4)}\n1\n2\n3\n4\n{(random.Next(2) == 0 ? "same" : step)}\n");
                repository.Commit($"step {step}");
                break;
        }
    }

    private static void Merge(TestRepository repository, string path, string[] arguments, bool isEvil, int step)
    {
        Try(repository, ["merge", "-q", "--no-ff", "--no-commit", .. arguments]);
        if (isEvil)
        {
            repository.Write(path, $"evil {step}\n");
        }

        repository.Commit($"merge {step}");
    }

    // Conflicts are committed as they are.
    private static void Try(TestRepository repository, params string[] arguments)
    {
        try
        {
            repository.Git(arguments);
        }
        catch (InvalidOperationException)
        {
            repository.Commit("conflict");
        }
    }
}

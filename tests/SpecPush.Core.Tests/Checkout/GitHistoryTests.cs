using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Tests.Checkout;

[TestClass]
public sealed class GitHistoryTests
{
    private static readonly string[] Paths = ["features/a.feature.yaml", "features/b.feature.yaml", "features/ü c.feature.yaml"];

    [TestMethod]
    [TestCategory("checkout.HISTORY.1")]
    [TestCategory("checkout.HISTORY.2")]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public async Task The_last_commits_are_those_of_one_log_per_file(int seed)
    {
        using var repository = new TestRepository();
        var random = new Random(seed);
        foreach (var path in Paths)
        {
            repository.Write(path, "0\n1\n2\n3\n4\n5\n6\n7\n");
        }

        repository.Commit("root");
        for (var step = 0; step < 25; step++)
        {
            Grow(repository, random, step);
        }

        foreach (var commit in repository.Git("rev-list", "--all").Split('\n'))
        {
            var present = Paths.Where(path => repository.Git("ls-tree", "--name-only", commit, "--", path).Length > 0).ToArray();
            var expected = present.ToDictionary(static path => path, path => repository.Git("log", "-1", "--format=%H", commit, "--", path));
            var found = await Repositories.Open(repository.Path).FindLastCommitsAsync(commit, present, CancellationToken.None);
            CollectionAssert.AreEquivalent(expected, found.ToDictionary());
        }
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.1")]
    public async Task A_subject_that_looks_like_a_parent_is_none()
    {
        using var repository = new TestRepository();
        repository.Write(Paths[0], "1");
        var first = repository.Commit("root");
        repository.Write("other", "1");
        repository.Commit($"{first} (from {first}) commit {first}");
        var found = await Repositories.Open(repository.Path).FindLastCommitsAsync(repository.Head, [Paths[0]], CancellationToken.None);
        Assert.AreEqual(first, found[Paths[0]]);
    }

    [TestMethod]
    [TestCategory("checkout.HISTORY.3")]
    public async Task Where_a_shallow_clone_ends_nothing_is_known()
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
        Assert.IsEmpty(await Repositories.Open(clone).FindLastCommitsAsync(repository.Head, [Paths[0], Paths[1]], CancellationToken.None));

        TestRepository.GitIn(clone, "fetch", "-q", "--deepen", "1");
        var found = await Repositories.Open(clone).FindLastCommitsAsync(repository.Head, [Paths[0], Paths[1]], CancellationToken.None);
        Assert.AreEqual(second, found[Paths[1]]);
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
        Assert.HasCount(300, found);
        Assert.AreEqual(second, found[paths[7]]);
        Assert.AreEqual(first, found[paths[8]]);
    }

    private static void Grow(TestRepository repository, Random random, int step)
    {
        var path = Paths[random.Next(Paths.Length)];
        var branches = repository.Git("for-each-ref", "--format=%(refname:short)", "refs/heads").Split('\n');
        switch (random.Next(6))
        {
            case 0:
                repository.Git("checkout", "-q", "-b", $"branch{step}");
                break;
            case 1:
                repository.Git("checkout", "-q", branches[random.Next(branches.Length)]);
                break;
            case 2:
                var other = branches[random.Next(branches.Length)];
                repository.Git("merge", "-q", "--no-edit", "--no-ff", "-X", random.Next(2) == 0 ? "ours" : "theirs", "-s", random.Next(4) == 0 ? "ours" : "ort", other);
                break;
            default:
                var lines = File.ReadAllLines(Path.Combine(repository.Path, path));
                lines[random.Next(lines.Length)] = random.Next(3) == 0 ? "same" : $"{step}";
                File.WriteAllLines(Path.Combine(repository.Path, path), lines);
                repository.Commit($"step {step}");
                break;
        }
    }
}

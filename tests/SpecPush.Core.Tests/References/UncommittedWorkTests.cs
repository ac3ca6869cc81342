using System.Runtime.Versioning;
using System.Text;
using SpecPush.Checkout;
using SpecPush.References;

namespace SpecPush.Tests.References;

/// <summary>Changed files that no longer mention a requirement: whether they did in the checked-out commit.</summary>
[TestClass]
public sealed class UncommittedWorkTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("build.MODE.2")]
    [DataRow("cart.LINES.1", "utf-8", true)]
    [DataRow("cart.LINES.1", "utf-16", true, DisplayName = "UTF-16")]
    [DataRow("cart.LINES.1", "utf-16BE", true, DisplayName = "UTF-16, big endian")]
    [DataRow("\0 cart.LINES.1", "utf-8", false, DisplayName = "binary")]
    [DataRow("generated-by: specpush cart.LINES.1", "utf-8", false, DisplayName = "written by SpecPush")]
    [DataRow("nothing", "utf-8", false)]
    public async Task The_committed_content_is_searched_as_if_it_was_in_the_work_tree(string content, string encoding, bool isFound)
    {
        var file = Path.Combine(_repository.Path, "a ü.txt");
        await File.WriteAllTextAsync(file, content, Encoding.GetEncoding(encoding));
        _repository.Commit();
        _repository.Write("a ü.txt", "no longer");
        CollectionAssert.AreEqual(isFound ? new[] { "a ü.txt" } : [], await FindAsync());
    }

    [TestMethod]
    [TestCategory("build.MODE.2")]
    public async Task Files_with_the_same_content_and_names_of_every_kind_are_found()
    {
        string[] paths = OperatingSystem.IsWindows() ? ["a.txt", "b.txt"] : ["a.txt", "b.txt", "line\nend.txt"];
        foreach (var path in paths)
        {
            _repository.Write(path, "cart.LINES.1");
        }

        _repository.Write("other.txt", "nothing");
        _repository.Commit();
        foreach (var path in (string[])[.. paths, "other.txt"])
        {
            _repository.Delete(path);
        }

        CollectionAssert.AreEqual(paths, await FindAsync());
    }

    [TestMethod]
    [TestCategory("checkout.FILES.7")]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    [UnsupportedOSPlatform("windows")]
    public async Task A_committed_file_can_be_larger_than_memory()
    {
        var (large, small) = (new string('a', 40), new string('b', 40));
        var program = Path.Combine(_repository.Scratch, "git");
        await File.WriteAllTextAsync(
            program,
            $"#!/bin/sh\ncat >/dev/null\necho '{large} blob 2200000000'\nhead -c 2200000000 /dev/zero\nprintf '\\n{small} blob 12\\ncart.LINES.1\\n'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var status = new RepositoryStatus
        {
            Root = _repository.Path,
            Changes = [new FileChange("large.bin", FileChangeKind.Modified, large), new FileChange("small.txt", FileChangeKind.Deleted, small)],
        };
        CollectionAssert.AreEqual(new[] { "small.txt" }, await FindAsync(new GitRepository(_repository.Path, program), status));
    }

    private async Task<string[]> FindAsync()
    {
        var repository = Repositories.Open(_repository.Path);
        return await FindAsync(repository, await repository.ReadStatusAsync(CancellationToken.None));
    }

    private static async Task<string[]> FindAsync(IRepository repository, RepositoryStatus status) =>
        [.. await UncommittedWork.FindAsync(repository, status, static _ => false, static _ => true, CancellationToken.None)];
}

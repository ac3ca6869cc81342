using SpecPush.Checkout;

namespace SpecPush.Tests.Checkout;

[TestClass]
public sealed class FolderRepositoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [TestCategory("checkout.FILES.5")]
    public async Task The_files_are_those_in_the_folder_except_version_control_and_output()
    {
        _folder.Write("features/ü a.feature.yaml", "");
        _folder.Write("packages/web/a.ts", "");
        _folder.Write(".github/workflows/ci.yml", "");
        foreach (var ignored in (string[])[".svn", ".hg", "bin", "src/obj", ".vs", "node_modules", "TestResults"])
        {
            _folder.Write($"{ignored}/deep/a.cs", "");
        }

        CollectionAssert.AreEqual(new[] { ".github/workflows/ci.yml", "features/ü a.feature.yaml", "packages/web/a.ts" }, await FilesAsync());
    }

    [TestMethod]
    [TestCategory("checkout.FILES.4")]
    [TestCategory("checkout.FILES.5")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Links_are_not_followed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.cs", "");
        _folder.Write("a.cs", "");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "folder"), outside.Path);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "loop"), _folder.Path);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "b.cs"), Path.Combine(outside.Path, "secret.cs"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "broken.cs"), "nowhere");
        CollectionAssert.AreEqual(new[] { "a.cs" }, await FilesAsync());
    }

    [TestMethod]
    [TestCategory("checkout.FILES.5")]
    public async Task A_folder_without_git_has_no_commits()
    {
        _folder.Write("a.cs", "");
        var repository = Repositories.Open(_folder.Path + Path.DirectorySeparatorChar);
        Assert.AreEqual(_folder.Path, repository.Root);
        var status = await repository.ReadStatusAsync(CancellationToken.None);
        Assert.AreEqual((null, null, null), (status.GitDirectory, status.HeadCommit, status.OriginUrl));
        Assert.IsEmpty((await repository.FindLastCommitsAsync(new string('a', 40), ["a.cs"], CancellationToken.None)).ByPath);
        Assert.AreEqual(1, await repository.ReadBlobsAsync([new string('a', 40)], static (_, _) => Assert.Fail(), CancellationToken.None));
        Assert.IsNull(await repository.ResolveCommitAsync("HEAD", CancellationToken.None));
    }

    private async Task<string[]> FilesAsync() =>
        [.. (await Repositories.Open(_folder.Path).ListFilesAsync(includeUntracked: true, CancellationToken.None)).Files.Select(static file => file.Path)];
}

using System.Runtime.Versioning;

namespace SpecPush.Actions.Tests.Hostile;

/// <summary>Links that a checkout has where the step writes.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
[SupportedOSPlatform("linux")]
public sealed class LinkTests : IAsyncDisposable
{
    private const string Secret = "root:x:0:0\n";
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private HostileCheckout _checkout = null!;

    private string Victim => Path.Combine(_checkout.Outside, "etc", "passwd");

    [TestInitialize]
    public async Task CreateAsync()
    {
        _checkout = await HostileCheckout.CreateAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(Victim)!);
        await File.WriteAllTextAsync(Victim, Secret);
        File.SetUnixFileMode(Victim, OwnersAlone);
    }

    public ValueTask DisposeAsync() => _checkout.DisposeAsync();

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.2")]
    [DataRow("report")]
    [DataRow("sarif")]
    [DataRow("html-report")]
    [DataRow("badge")]
    public void A_link_in_place_of_an_output_is_replaced(string input)
    {
        File.CreateSymbolicLink(PathOf("passwd"), Victim);
        _checkout.Commit();
        using var step = _checkout.CreateStep().Inputs((input, "passwd"));
        step.Run();
        AssertUntouched();
        Assert.IsNull(new FileInfo(PathOf("passwd")).LinkTarget);
        Assert.IsGreaterThan(100, new FileInfo(PathOf("passwd")).Length);
    }

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.2")]
    public void A_hard_link_in_place_of_an_output_is_replaced()
    {
        _checkout.Shell("ln \"$1\" passwd", Victim).Succeeded();
        using var step = _checkout.CreateStep().Inputs(("report", "passwd"));
        step.Run();
        AssertUntouched();
        Assert.AreNotEqual(Secret, File.ReadAllText(PathOf("passwd")));
    }

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.2")]
    [DataRow("report", "out/passwd")]
    [DataRow("sarif", "out/passwd")]
    [DataRow("html-report", "out/passwd")]
    [DataRow("badge", "out/passwd")]
    [DataRow("report", "out/../etc/passwd")]
    [DataRow("sarif", "inner/../out/passwd")]
    [DataRow("badge", "out/new/passwd")]
    [DataRow("html-report", "inner/out/passwd")]
    [DataRow("report", "more/passwd")]
    public void A_linked_folder_is_not_followed_out_of_the_workspace(string input, string path)
    {
        CreateFolderLinks();
        using var step = _checkout.CreateStep().Inputs((input, path));
        var result = step.Run();
        AssertUntouched();
        if (path != "out/../etc/passwd")
        {
            StringAssert.Contains(result.Log, "SPUSH5011");
            StringAssert.Contains(result.Log, "is a link that leads out of the repository");
        }

        Assert.AreEqual("true", result.Outputs["pushed"], "the push does not depend on it");
    }

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.2")]
    public void A_linked_folder_is_followed_within_the_workspace()
    {
        Directory.CreateDirectory(PathOf("artifacts"));
        Directory.CreateSymbolicLink(PathOf("out"), "artifacts");
        using var step = _checkout.CreateStep().Inputs(("report", "out/report.json"));
        Assert.AreEqual("0", step.Run().Outputs["warnings"]);
        Assert.IsTrue(File.Exists(PathOf("artifacts/report.json")));
    }

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.2")]
    [DataRow("passwd")]
    [DataRow("out/passwd")]
    [DataRow("out/../etc/passwd")]
    public void What_a_job_collects_is_not_written_through_a_link(string path)
    {
        CreateFolderLinks();
        using var step = _checkout.CreateStep().Inputs(("mode", "Collect"), ("collect-to", path));
        step.Run();
        AssertUntouched();
    }

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.2")]
    public void A_link_in_place_of_the_state_is_not_written_to()
    {
        _checkout.Commit();
        Directory.CreateSymbolicLink(PathOf(".git/specpush"), Path.GetDirectoryName(Victim)!);
        using var step = _checkout.CreateStep();
        step.Run();
        AssertUntouched();
        _checkout.Shell("echo > .git/specpush/new && ls \"$1/new\"", Path.GetDirectoryName(Victim)!).Succeeded();
    }

    private void CreateFolderLinks()
    {
        File.CreateSymbolicLink(PathOf("passwd"), Victim);
        Directory.CreateSymbolicLink(PathOf("out"), Path.GetDirectoryName(Victim)!);
        Directory.CreateDirectory(PathOf("inner"));
        Directory.CreateSymbolicLink(PathOf("inner/out"), Path.GetDirectoryName(Victim)!);
        Directory.CreateSymbolicLink(PathOf("more"), "inner/out");
        _checkout.Commit();
    }

    private string PathOf(string path) => Path.Combine(_checkout.Repository.Path, path);

    private void AssertUntouched()
    {
        Assert.AreEqual(Secret, File.ReadAllText(Victim));
        Assert.AreEqual(OwnersAlone, File.GetUnixFileMode(Victim));
        CollectionAssert.AreEqual(new[] { "passwd" }, Directory.GetFileSystemEntries(Path.GetDirectoryName(Victim)!).Select(Path.GetFileName).ToArray());
    }
}

using System.Text.RegularExpressions;

namespace SpecPush.Release.Tests.Workflows;

/// <summary>CI builds with the packages that the lock files name.</summary>
[TestClass]
public sealed partial class LockFileTests
{
    [TestMethod]
    [TestCategory("supply-chain.WORKFLOWS.4")]
    public void Every_project_has_a_lock_file()
    {
        var tracked = Command.Run(SourceTree.Root, "git", ["ls-files", "*packages.lock.json"]).Succeeded().StandardOutput.Split('\n').ToHashSet();
        var projects = ProjectPath.Matches(SourceTree.Read("SpecPush.sln")).Select(static project => project.Groups["folder"].Value.Replace('\\', '/')).ToArray();
        Assert.IsGreaterThan(10, projects.Length);
        CollectionAssert.AreEqual(Array.Empty<string>(), projects.Where(folder => !tracked.Contains($"{folder}/packages.lock.json")).ToArray());
    }

    [TestMethod]
    [TestCategory("supply-chain.WORKFLOWS.4")]
    public void In_CI_a_restore_of_other_packages_fails()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", "src/SpecPush.Core/SpecPush.Core.csproj", "src/SpecPush.Core/packages.lock.json" })
        {
            folder.Write(file, SourceTree.Read(file));
        }

        Restore().Succeeded();
        var locked = SourceTree.Read("src/SpecPush.Core/packages.lock.json");
        folder.Write("src/SpecPush.Core/packages.lock.json", ContentHash.Replace(locked, "\"contentHash\": \"AAAA", 1));
        var refused = Restore();
        Assert.AreEqual(1, refused.ExitCode, refused.Output);
        StringAssert.Contains(refused.Output, "NU1403");

        CommandResult Restore() => Command.Run(folder.PathOf("src/SpecPush.Core"), "dotnet", ["restore", "--force", "-nodeReuse:false"], new Dictionary<string, string> { ["CI"] = "true" });
    }

    [GeneratedRegex("\"(?<folder>[^\"]+)[\\\\/][^\\\\/\"]+\\.csproj\"")]
    private static partial Regex ProjectPath { get; }

    [GeneratedRegex("\"contentHash\": \"....")]
    private static partial Regex ContentHash { get; }
}

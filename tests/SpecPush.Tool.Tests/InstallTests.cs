using System.IO.Compression;
using SpecPush.Tool.Tests.Infrastructure;

namespace SpecPush.Tool.Tests;

/// <summary>The package, and the ways to get the command from it.</summary>
[TestClass]
public sealed class InstallTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [TestCategory("tool.INSTALL.1")]
    public void It_runs_from_a_fresh_folder_from_a_manifest_and_without_being_installed()
    {
        Assert.AreEqual(InstalledTool.Version, Version(InstalledTool.Path, "--version"));
        Command.Run(_folder.Path, "dotnet", ["new", "tool-manifest"]).Succeeded();
        Command.Run(_folder.Path, "dotnet", ["tool", "install", "SpecPush.Tool", "--version", InstalledTool.Version, "--add-source", InstalledTool.Feed]).Succeeded();
        Assert.AreEqual(InstalledTool.Version, Version("dotnet", "specpush", "--version"));
        Assert.AreEqual(InstalledTool.Version, Version("dotnet", "dnx", $"SpecPush.Tool@{InstalledTool.Version}", "--yes", "--add-source", InstalledTool.Feed, "--", "--version"));
    }

    [TestMethod]
    [TestCategory("tool.INSTALL.3")]
    public void It_is_one_package_without_dependencies_for_every_system()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(InstalledTool.Feed).Single());
        var folders = package.Entries.Select(static entry => entry.FullName).Where(static path => path.StartsWith("tools/", StringComparison.Ordinal))
            .Select(static path => Path.GetDirectoryName(path)!.Replace('\\', '/')).Distinct().ToArray();
        CollectionAssert.AreEqual(new[] { "tools/net10.0/any" }, folders);
        using var reader = new StreamReader(package.GetEntry("SpecPush.Tool.nuspec")!.Open());
        var description = reader.ReadToEnd();
        Assert.IsFalse(description.Contains("<dependency", StringComparison.Ordinal));
        StringAssert.Contains(description, "DotnetTool");
        Assert.IsNotNull(package.GetEntry("README.md"));
    }

    private string Version(string program, params string[] arguments) =>
        Command.Run(_folder.Path, program, arguments).Succeeded().Lines.Last(static line => line.Length > 0).Split('+')[0];
}

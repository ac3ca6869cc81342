using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SpecPush.Release.Tests.Licences;
using static SpecPush.Testing.TestRepository;

namespace SpecPush.Release.Tests;

/// <summary>A whole release, and what is in it.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)] // Where releases are made.
public sealed class ReleaseTests
{
    private static readonly Lazy<DryRun> Shared = new(static () =>
    {
        var run = new DryRun();
        run.Run("dry-run", run.Released, DryRun.Image).Succeeded();
        return run;
    });

    private static DryRun Release => Shared.Value;

    [ClassCleanup]
    public static void Remove()
    {
        if (Shared.IsValueCreated)
        {
            Release.Dispose();
        }
    }

    [TestMethod]
    [TestCategory("supply-chain.RELEASE.2")]
    public void The_tags_name_the_image_by_its_digest()
    {
        foreach (var tag in new[] { $"v{Release.Version}", Release.Major })
        {
            StringAssert.EndsWith(GitIn(Release.Origin, "show", $"{tag}:action.yml"), $"\n  image: docker://{DryRun.Image}");
            Assert.AreEqual("action.yml", GitIn(Release.Origin, "diff", "--name-only", "main", tag));
            Assert.AreEqual(GitIn(Release.Origin, "rev-parse", "main"), GitIn(Release.Origin, "rev-parse", $"{tag}^{{commit}}^"));
        }
    }

    [TestMethod]
    [TestCategory("supply-chain.RELEASE.4")]
    public void The_notes_are_those_of_the_changelog() => Assert.AreEqual("- Something new.", File.ReadAllText(Path.Combine(Release.Released, "notes.md")).Trim());

    [TestMethod]
    [TestCategory("supply-chain.CONTENTS.1")]
    [TestCategory("supply-chain.CONTENTS.2")]
    public void What_a_package_has_of_others_is_what_its_bill_of_materials_names()
    {
        CompareWithBill("SpecPush.MSBuild", [.. Product.Task.Packages, .. Product.Analyzer.Packages]);
        CompareWithBill("SpecPush.Tool", Product.Tool.Packages);
    }

    [TestMethod]
    [TestCategory("supply-chain.LICENCES.2")]
    [TestCategory("supply-chain.CONTENTS.3")]
    [DataRow("SpecPush.MSBuild")]
    [DataRow("SpecPush.Tool")]
    public void A_package_has_the_licences_and_the_symbols(string name)
    {
        using var package = Release.Open(name);
        using var notices = new StreamReader(package.GetEntry("THIRD-PARTY-NOTICES.txt")!.Open());
        Assert.AreEqual(SourceTree.Read("THIRD-PARTY-NOTICES.txt"), notices.ReadToEnd());
        var own = package.Entries.Where(static entry => IsAssembly(entry) && entry.Name.StartsWith("SpecPush.", StringComparison.Ordinal)).ToArray();
        Assert.IsGreaterThan(1, own.Length);
        foreach (var assembly in own)
        {
            Assert.IsNotNull(package.GetEntry(Path.ChangeExtension(assembly.FullName, ".pdb")), assembly.FullName);
        }
    }

    // A whole second build is compared by `.ci/release verify`, in CI and before each release. These are the two ways for a build to show where and when it was made.
    [TestMethod]
    [TestCategory("supply-chain.REPRODUCTION.1")]
    [DataRow("SpecPush.MSBuild")]
    [DataRow("SpecPush.Tool")]
    public void A_package_shows_neither_where_nor_when_it_was_built(string name)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(GitIn(Release.Origin, "log", "-1", "--format=%ct", "main"))).UtcDateTime;
        var folder = Path.GetTempPath();
        using var package = Release.Open(name);
        foreach (var entry in package.Entries)
        {
            // The format counts every second second.
            Assert.IsLessThanOrEqualTo(2, Math.Abs((entry.LastWriteTime.DateTime - time).TotalSeconds), entry.FullName);
            var content = Read(entry);
            Assert.AreEqual(-1, content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(folder)), entry.FullName);
            Assert.AreEqual(-1, content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(folder)), entry.FullName);
        }
    }

    [TestMethod]
    [TestCategory("supply-chain.RELEASE.3")]
    public void A_release_can_be_run_again_but_not_with_another_image()
    {
        var clone = Path.Combine(Release.Released, "again");
        GitIn(Release.Released, "clone", "--quiet", Release.Origin, clone);
        var before = GitIn(Release.Origin, "show-ref");
        DryRun.RunIn(clone, "tag", DryRun.Image).Succeeded();
        var refused = DryRun.RunIn(clone, "tag", DryRun.Image.Replace("sha256:7", "sha256:8", StringComparison.Ordinal));
        Assert.AreEqual((1, $"release: v{Release.Version} is another release"), (refused.ExitCode, refused.StandardError.Trim()));
        Assert.AreEqual(before, GitIn(Release.Origin, "show-ref"));
    }

    private static void CompareWithBill(string name, IReadOnlyCollection<ShippedPackage> packages)
    {
        using var package = Release.Open(name);
        var others = package.Entries.Where(static entry => IsAssembly(entry) && !entry.Name.StartsWith("SpecPush.", StringComparison.Ordinal)).ToArray();
        foreach (var assembly in others)
        {
            var content = Read(assembly);
            Assert.IsTrue(
                packages.Any(candidate => Directory.EnumerateFiles(candidate.Folder, assembly.Name, SearchOption.AllDirectories).Any(file => content.AsSpan().SequenceEqual(File.ReadAllBytes(file)))),
                $"{assembly.FullName} is of no package that is listed");
        }

        using var bill = JsonDocument.Parse(File.ReadAllText(Release.PathOf($"{name}.{Release.Version}.cdx.json")));
        var named = bill.RootElement.GetProperty("components").EnumerateArray().Where(static component => component.GetProperty("scope").GetString() == "required")
            .Select(static component => $"{component.GetProperty("name")} {component.GetProperty("version")}");
        CollectionAssert.AreEquivalent(
            packages.Where(static shipped => shipped.Name != "Polyfill").Distinct().Select(static shipped => $"{shipped.Name} {shipped.Version}").ToArray(), named.ToArray());
        Assert.AreEqual(Release.Version, bill.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("version").GetString());
    }

    private static bool IsAssembly(ZipArchiveEntry entry) => entry.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

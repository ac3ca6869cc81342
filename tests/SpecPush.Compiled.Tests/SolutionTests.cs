using System.Collections.Immutable;
using SpecPush.References;
using SpecPush.References.Compiled;
using SpecPush.References.Manifests;

namespace SpecPush.Compiled.Tests;

[TestClass]
public sealed class SolutionTests
{
    private const string Library = "src/Shop/Shop.csproj";
    private const string Changed = "src/MSTest4.Tests/MSTest.cs";

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.4")]
    [TestCategory("compiled-references.MERGE.2")]
    [TestCategory("compiled-references.MERGE.3")]
    public void References_in_test_projects_are_tests_and_those_in_libraries_are_not()
    {
        var root = SharedMatrix.Build.Root;
        var files = Files(root);
        var selection = ManifestCheck.Select(ReadThroughFiles(), root, [], default);
        var text = files.Where(path => Path.GetExtension(path) is ".cs" or ".fs" or ".vb" or ".feature").Select(path => new Reference("shop.TEXT.1", path, 1, IsTest: false));

        var references = ReferenceMerge.Merge([.. text], selection.Current, [], files);

        Assert.IsEmpty(selection.Findings);
        Assert.HasCount(MatrixProject.All.Length + 1, selection.Current);
        Assert.AreEqual("src/Shop/Basket.cs", Assert.ContainsSingle(references.Where(reference => !reference.IsTest)).Path);
        Assert.AreEqual(
            string.Join('\n', MatrixProject.All.SelectMany(project => ExpectedReferences.Find(MatrixBuild.Fixtures, project, Variant.All[0])).Order(StringComparer.Ordinal)),
            string.Join('\n', references.Where(reference => reference.Feature == "matrix").Select(reference => $"{reference.Acid} {reference.Path}:{reference.Line}").Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.4")]
    [TestCategory("compiled-references.MANIFEST.5")]
    public void References_of_an_outdated_assembly_are_reported_and_not_used()
    {
        using var copy = new TemporaryFolder();
        foreach (var path in Files(SharedMatrix.Build.Root))
        {
            copy.Write(path, File.ReadAllBytes(Path.Combine(SharedMatrix.Build.Root, path)));
        }

        File.AppendAllText(copy.PathOf(Changed), "// changed");
        var selection = ManifestCheck.Select(ReadThroughFiles(), copy.Path, [], default);

        var finding = Assert.ContainsSingle(selection.Findings);
        Assert.AreEqual("SPUSH2106", finding.Code);
        StringAssert.Contains(finding.Message, Changed);
        Assert.HasCount(MatrixProject.All.Length, selection.Current);
        Assert.IsFalse(ReferenceMerge.Merge([], selection.Current, [], Files(copy.Path)).Any(reference => reference.Path == Changed));
    }

    private static ImmutableArray<ReferenceManifest> ReadThroughFiles()
    {
        using var folder = new TemporaryFolder();
        var library = SharedMatrix.Build.Request(Library, "src/Shop/bin/portable/Shop.dll", "Debug");
        var tests = MatrixProject.All.Select(project => SharedMatrix.Build.Request(project.Path, project.AssemblyPath("portable"), "Debug"));
        foreach (var request in tests.Append(library))
        {
            ManifestFile.Write(folder.Path, AssemblyReader.Read(request, default).Manifest!);
        }

        return ManifestFile.ReadAll(folder.Path).Manifests;
    }

    private static List<string> Files(string root) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(root, "src"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}

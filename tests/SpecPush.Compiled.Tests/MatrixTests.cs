using SpecPush.References.Compiled;

namespace SpecPush.Compiled.Tests;

[TestClass]
public sealed class MatrixTests
{
    public static IEnumerable<object[]> Cells =>
        from project in MatrixProject.All
        from variant in Variant.All
        select new object[] { project.Name, variant.Name };

    [TestMethod]
    [DynamicData(nameof(Cells))]
    [TestCategory("compiled-references.SYMBOLS.1")]
    [TestCategory("compiled-references.SYMBOLS.2")]
    [TestCategory("compiled-references.SYMBOLS.3")]
    [TestCategory("compiled-references.TESTS.1")]
    [TestCategory("compiled-references.TESTS.2")]
    [TestCategory("compiled-references.TESTS.3")]
    [TestCategory("compiled-references.TESTS.4")]
    [TestCategory("compiled-references.TESTS.5")]
    [TestCategory("compiled-references.TESTS.6")]
    [TestCategory("compiled-references.TESTS.7")]
    [TestCategory("compiled-references.TESTS.8")]
    [TestCategory("compiled-references.TESTS.9")]
    [TestCategory("compiled-references.PLACE.2")]
    [TestCategory("compiled-references.PLACE.3")]
    [TestCategory("compiled-references.PLACE.5")]
    public void A_compiled_project_has_exactly_the_references_marked_in_its_source(string projectName, string variantName)
    {
        var project = MatrixProject.All.Single(project => project.Name == projectName);
        var variant = Variant.All.Single(variant => variant.Name == variantName);

        var reading = AssemblyReader.Read(SharedMatrix.Build.Request(project.Path, project.AssemblyPath(variant.Name), variant.Name), default);

        Assert.AreEqual(
            string.Join('\n', ExpectedReferences.Find(MatrixBuild.Fixtures, project, variant)),
            string.Join('\n', reading.Manifest!.Tests
                .SelectMany(test => test.Acids.Select(acid => $"{acid} {test.Path}:{test.Line}"))
                .Distinct().Order(StringComparer.Ordinal)));
        Assert.AreEqual(variant.Name == "none" ? "SPUSH2102" : "", string.Join(' ', reading.Findings.Select(finding => finding.Code)));
    }
}

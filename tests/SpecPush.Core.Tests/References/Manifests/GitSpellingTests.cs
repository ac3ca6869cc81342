using SpecPush.References;
using SpecPush.References.Manifests;

namespace SpecPush.Tests.References.Manifests;

[TestClass]
public sealed class GitSpellingTests
{
    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.9")]
    public void Paths_in_the_spelling_of_a_solution_are_converted_to_gits()
    {
        using var repository = new TemporaryFolder();
        repository.Write("src/Tests/Tests.csproj", """<Project Sdk="MSTest.Sdk/4.0.0" />""");
        repository.Write("src/Tests/CartTests.cs", "// a test");
        var manifest = Manifest.From(repository, "src/Tests/Tests.csproj", ["src/Tests/CartTests.cs"], [Manifest.Test("Src/Tests/CartTests.cs", 1, 1, 1, "cart.A.1")]);
        ManifestFile.Write(repository.PathOf("manifests"), manifest with
        {
            ProjectPath = "Src/Tests/Tests.csproj",
            Sources = [manifest.Sources.Single() with { Path = "Src/Tests/CartTests.cs" }],
        });

        var compiled = CompiledReferences.Read(new CompiledReferenceRequest(repository.Path, repository.PathOf("manifests"), [], [], null), ["src/Tests/CartTests.cs", "src/Tests/Tests.csproj"], default);

        Assert.AreEqual("cart.A.1 src/Tests/CartTests.cs", compiled.MergeWith([]).Select(static reference => $"{reference.Acid} {reference.Path}").Single());
        Assert.IsEmpty(compiled.TestProjectsWithoutManifest);
        Assert.IsEmpty(compiled.Findings);
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.9")]
    [OSCondition(OperatingSystems.Linux)]
    public void On_a_case_sensitive_file_system_another_spelling_is_another_file()
    {
        using var repository = new TemporaryFolder();
        repository.Write("Src/CartTests.cs", "// not tracked");
        var manifest = Manifest.From(repository, "", ["Src/CartTests.cs"]);
        Assert.AreEqual("Src/CartTests.cs", new GitSpelling(repository.Path, ["src/CartTests.cs"]).Apply(manifest).Sources.Single().Path);
    }

    [TestMethod]
    [TestCategory("compiled-references.MANIFEST.9")]
    public void A_spelling_that_matches_two_files_is_not_changed()
    {
        using var repository = new TemporaryFolder();
        repository.Write("a.cs", "");
        var manifest = Manifest.From(repository, "", ["a.cs"]) with { ProjectPath = "SRC/T.csproj" };
        Assert.AreEqual("SRC/T.csproj", new GitSpelling(repository.Path, ["src/T.csproj", "Src/T.csproj"]).Apply(manifest).ProjectPath);
    }
}

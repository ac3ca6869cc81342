using SpecPush.References;
using SpecPush.References.Manifests;

namespace SpecPush.Tests.References.Manifests;

[TestClass]
public sealed class ReferenceMergeTests
{
    private static readonly string[] Files =
        ["lib/Lib.cs", "lib/Lib.csproj", "checks/A.cs", "checks/Checks.csproj", "checks/data/cases.json", "checks/tool/Tool.csproj", "checks/tool/T.cs"];

    [TestMethod]
    [TestCategory("compiled-references.MERGE.1")]
    public void What_the_text_shows_inside_a_test_is_not_added_again() => AssertMerge(
        [new("auth-feature.FORM.1", "checks/A.cs", 5, false)],
        [Project("checks/Checks.csproj", Manifest.Test("checks/A.cs", 7, 4, 9, "auth-feature.FORM.1", "auth-feature.FORM.2"))],
        "auth-feature.FORM.1 checks/A.cs:5 test",
        "auth-feature.FORM.2 checks/A.cs:7 test");

    [TestMethod]
    [TestCategory("compiled-references.MERGE.1")]
    public void A_reference_in_text_outside_the_test_counts_separately() => AssertMerge(
        [new("auth-feature.FORM.1", "checks/A.cs", 3, false), new("auth-feature.FORM.1", "lib/Lib.cs", 7, false)],
        [Project("checks/Checks.csproj", Manifest.Test("checks/A.cs", 7, 4, 9, "auth-feature.FORM.1"))],
        "auth-feature.FORM.1 checks/A.cs:3 test",
        "auth-feature.FORM.1 checks/A.cs:7 test",
        "auth-feature.FORM.1 lib/Lib.cs:7");

    [TestMethod]
    [TestCategory("compiled-references.MERGE.2")]
    public void Text_inside_a_test_is_a_test_even_outside_test_projects() => AssertMerge(
        [new("auth-feature.FORM.1", "lib/Lib.cs", 4, false), new("auth-feature.FORM.1", "lib/Lib.cs", 10, false)],
        [Project("lib/Lib.csproj", Manifest.Test("lib/Lib.cs", 7, 4, 9)) with { IsTestProject = false }],
        "auth-feature.FORM.1 lib/Lib.cs:10",
        "auth-feature.FORM.1 lib/Lib.cs:4 test");

    [TestMethod]
    [TestCategory("compiled-references.MERGE.3")]
    public void Every_file_of_a_test_project_is_a_test() => AssertMerge(
        [
            new("auth-feature.FORM.1", "checks/data/cases.json", 1, false),
            new("auth-feature.FORM.1", "checks/tool/T.cs", 1, false),
            new("auth-feature.FORM.1", "lib/Lib.cs", 1, false),
        ],
        [Project("checks/Checks.csproj")],
        "auth-feature.FORM.1 checks/data/cases.json:1 test",
        "auth-feature.FORM.1 checks/tool/T.cs:1",
        "auth-feature.FORM.1 lib/Lib.cs:1");

    [TestMethod]
    [TestCategory("compiled-references.MERGE.3")]
    public void A_test_project_in_the_root_does_not_own_the_repository() => AssertMerge(
        [new("auth-feature.FORM.1", "docs/login.md", 1, false), new("auth-feature.FORM.1", "Test.cs", 1, false)],
        [Project("Test.csproj") with { Sources = [Source("Test.cs")] }],
        "auth-feature.FORM.1 Test.cs:1 test",
        "auth-feature.FORM.1 docs/login.md:1");

    [TestMethod]
    [TestCategory("compiled-references.MERGE.4")]
    public void Configurations_of_a_project_are_one() => AssertMerge(
        [],
        [
            Project("checks/Checks.csproj", Manifest.Test("checks/A.cs", 8, 4, 9, "auth-feature.FORM.1")) with { Configuration = "Release" },
            Project("checks/Checks.csproj", Manifest.Test("checks/A.cs", 7, 4, 9, "auth-feature.FORM.1")),
        ],
        "auth-feature.FORM.1 checks/A.cs:7 test");

    [TestMethod]
    [TestCategory("compiled-references.MERGE.5")]
    public void The_order_of_what_was_read_does_not_matter()
    {
        Reference[] text = [new("b.FORM.1", "lib/Lib.cs", 2, false), new("a.FORM.1", "lib/Lib.cs", 10, false), new("a.FORM.1", "lib/Lib.cs", 9, false)];
        ReferenceManifest[] manifests =
        [
            Project("checks/Checks.csproj", Manifest.Test("checks/A.cs", 7, 4, 9, "b.FORM.1", "a.FORM.1")),
            Project("lib/Lib.csproj", Manifest.Test("checks/A.cs", 17, 14, 19, "a.FORM.1")),
        ];

        var forward = ReferenceMerge.Merge(text, manifests, [], Files);
        var backward = ReferenceMerge.Merge([.. text.Reverse()], [.. manifests.Reverse()], [], [.. Files.Reverse()]);

        CollectionAssert.AreEqual(forward, backward);
        Assert.HasCount(6, forward);
    }

    [TestMethod]
    [TestCategory("compiled-references.MERGE.5")]
    public void The_same_reference_twice_is_one_and_a_test_if_either_is() => AssertMerge(
        [new("auth-feature.FORM.1", "lib/Lib.cs", 1, false), new("auth-feature.FORM.1", "lib/Lib.cs", 1, true)],
        [],
        "auth-feature.FORM.1 lib/Lib.cs:1 test");

    [TestMethod]
    [TestCategory("compiled-references.MERGE.6")]
    public void A_file_that_is_also_compiled_into_a_library_is_not_a_test_file() => AssertMerge(
        [new("auth-feature.FORM.1", "lib/Lib.cs", 1, false)],
        [
            Project("checks/Checks.csproj") with { Sources = [Source("lib/Lib.cs")] },
            Project("lib/Lib.csproj") with { Sources = [Source("lib/Lib.cs")], IsTestProject = false },
        ],
        "auth-feature.FORM.1 lib/Lib.cs:1");

    [TestMethod]
    [TestCategory("compiled-references.MERGE.7")]
    public void Files_that_git_does_not_know_do_not_count() => AssertMerge(
        [],
        [Project("checks/Checks.csproj", Manifest.Test("checks/Ignored.cs", 7, 4, 9, "auth-feature.FORM.1"))]);

    [TestMethod]
    [TestCategory("compiled-references.MERGE.8")]
    public void A_test_project_that_was_not_built_is_known_by_its_text() => AssertMerge(
        [new("auth-feature.FORM.1", "checks/data/cases.json", 1, false), new("auth-feature.FORM.1", "checks/tool/T.cs", 1, false)],
        [],
        ["checks/Checks.csproj"],
        "auth-feature.FORM.1 checks/data/cases.json:1 test",
        "auth-feature.FORM.1 checks/tool/T.cs:1");

    [TestMethod]
    [TestCategory("compiled-references.MERGE.8")]
    public void What_a_build_says_counts_more_than_the_text_of_the_project() => AssertMerge(
        [new("auth-feature.FORM.1", "checks/A.cs", 1, false)],
        [Project("checks/Checks.csproj") with { IsTestProject = false }],
        ["checks/Checks.csproj"],
        "auth-feature.FORM.1 checks/A.cs:1");

    [TestMethod]
    [TestCategory("compiled-references.MERGE.8")]
    public void A_test_project_that_was_not_built_owns_neither_the_root_nor_a_folder_with_another_project()
    {
        Reference[] text = [new("auth-feature.FORM.1", "src/Login.cs", 1, false), new("auth-feature.FORM.1", "Login.cs", 1, false)];
        string[] files = ["Login.cs", "Shop.Tests.csproj", "src/Login.cs", "src/Shop.csproj", "src/Shop.Tests.csproj"];
        var merged = ReferenceMerge.Merge(text, [], ["Shop.Tests.csproj", "src/Shop.Tests.csproj"], files);
        Assert.IsFalse(merged.Any(static reference => reference.IsTest));
    }

    private static void AssertMerge(Reference[] text, ReferenceManifest[] manifests, params string[] expected) => AssertMerge(text, manifests, [], expected);

    private static void AssertMerge(Reference[] text, ReferenceManifest[] manifests, string[] testProjects, params string[] expected) => Assert.AreEqual(
        string.Join('\n', expected),
        string.Join('\n', ReferenceMerge.Merge(text, manifests, testProjects, Files)
            .Select(reference => $"{reference.Acid} {reference.Path}:{reference.Line}{(reference.IsTest ? " test" : "")}")
            .Order(StringComparer.Ordinal)));

    private static ReferenceManifest Project(string path, params CompiledTest[] tests) => new()
    {
        ProjectPath = path,
        TargetFramework = "net10.0",
        Configuration = "Debug",
        IsTestProject = true,
        Sources = [],
        Tests = [.. tests],
    };

    private static ManifestSource Source(string path) => new(path, ChecksumAlgorithm.Sha256, "00");
}

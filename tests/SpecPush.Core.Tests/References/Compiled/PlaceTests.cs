using Microsoft.CodeAnalysis;
using SpecPush.References.Compiled;
using SpecPush.References.Manifests;

namespace SpecPush.Tests.References.Compiled;

[TestClass]
public sealed class PlaceTests
{
    private const string OneTest =
        """
        using Microsoft.VisualStudio.TestTools.UnitTesting;

        [TestClass]
        public class Login
        {
            [TestMethod]
            [TestCategory("auth-feature.FORM.1")]
            public void Works()
            {
                System.GC.KeepAlive(1);
            }
        }
        """;

    [TestMethod]
    [TestCategory("compiled-references.PLACE.2")]
    public void Bodies_in_state_machines_and_closures_are_found() => AssertTests(
        """
        [TestMethod]
        public async Task Asynchronous()
        {
            await Task.Yield();
        }

        [TestMethod]
        public IEnumerable<int> Iterator()
        {
            yield return 1;
        }

        [TestMethod]
        public async Task Generic<T>()
            => await Task.Run(async () =>
            {
                await Task.Yield();
            });

        [TestMethod]
        public int LocalFunction()
        {
            return Local();

            async Task<int> Inner()
            {
                await Task.Yield();
                return 1;
            }

            int Local() => Inner().Result;
        }
        """,
        "6 4-8", "12 10-14", "18 16-21", "25 23-35");

    [TestMethod]
    [TestCategory("compiled-references.PLACE.10")]
    public void The_region_begins_at_attributes_and_comments() => AssertTests(
        """
        private const string Text = "x";

        // Not this.

        /// <summary>auth-feature.FORM.1</summary>
        // calls();
        [TestMethod,
         Obsolete("a" +
                  "b")]
        public void Documented() {
        }
        [TestMethod] public void Direct() => GC.KeepAlive(1);
        #region more
        [TestMethod]
        public void Next(
            ) =>
            GC.KeepAlive(2);
        #endregion
        """,
        "13 8-14", "15 15-15", "20 16-20");

    [TestMethod]
    [TestCategory("compiled-references.PLACE.10")]
    public void The_region_is_the_same_in_optimized_code()
    {
        const string Body =
            """
            [TestMethod]
            public void Braces()
            {

                // Why.

                GC.KeepAlive(1);

                GC.KeepAlive(2);
            }
            [TestMethod]
            public void Egyptian() {
                GC.KeepAlive(1);
            }
            """;
        AssertTests(Body, "6 4-13", "15 14-17");
        AssertTests(Body, OptimizationLevel.Release, "10 4-13", "16 14-17");
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.2")]
    [TestCategory("compiled-references.PLACE.10")]
    public void The_region_ends_with_the_last_local_function() => AssertTests(
        """
        [TestMethod]
        public int Local(int value)
        {
            return Inner();

            int Inner() =>
                value;
        }

        [TestMethod]
        public int Local(string value)
        {
            return Inner().Result;

            async Task<int> Inner()
            {
                await Task.Yield();
                return value.Length;
            }
        }
        """,
        OptimizationLevel.Release,
        "7 4-10", "16 13-22");

    [TestMethod]
    [TestCategory("compiled-references.PLACE.4")]
    [TestCategory("compiled-references.TESTS.5")]
    public void Line_directives_are_followed()
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/Login.feature", "Feature: Login\n\n  # why\n  @auth-feature.FORM.1\n  Scenario: Works\n    Given x\n    Then y\n");
        repository.Write(
            "tests/obj/Login.feature.cs",
            TestCompilation.Prelude +
            """

            [TestClass]
            public class Login
            {
            #line hidden
                [TestMethod, TestCategory("auth-feature.FORM.1")]
                public async Task Works()
                {
                    var tags = new[] { "x" };
            #line 5
             await Task.Yield();
            #line hidden
            #line 6 "../Login.feature"
             await Task.Yield();
            #line 7
             await Task.Delay(0);
            #line hidden
                }
            }
            """);
        var compilation = new TestCompilation(repository).Compile("tests/obj/Login.feature.cs");

        var manifest = compilation.Read().Manifest!;

        Assert.AreEqual("tests/Login.feature", Assert.ContainsSingle(manifest.Sources).Path);
        var test = Assert.ContainsSingle(manifest.Tests);
        Assert.AreEqual(("tests/Login.feature", 6, 3, 7), (test.Path, test.Line, test.FirstLine, test.LastLine));
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.5")]
    public void Source_roots_lead_back_from_deterministic_paths()
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/Login.cs", OneTest);
        var compilation = new TestCompilation(repository) { SourceRoot = "/_/" }.Compile("tests/Login.cs");

        ReferenceAssert.AreEqual(compilation.Read());
        var reading = AssemblyReader.Read(
            compilation.Request with { SourceRoots = [new SourceRoot("/_1/", "/other/"), new SourceRoot("/_/", repository.Path + "/")] }, default);
        ReferenceAssert.AreEqual(reading, "auth-feature.FORM.1 tests/Login.cs:9");
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.6")]
    public void SourceLink_leads_back_from_deterministic_paths()
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/Login.cs", OneTest);
        var compilation = new TestCompilation(repository)
        {
            SourceRoot = "/_/",
            SourceLink = """{"documents":{"/_/lib/*":"https://example.org/lib/1/*","/_/*":"https://example.org/app/2/*"}}""",
        };

        ReferenceAssert.AreEqual(compilation.Compile("tests/Login.cs").Read(), "auth-feature.FORM.1 tests/Login.cs:9");
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.7")]
    [TestCategory("compiled-references.PLACE.8")]
    [DataRow(@"C:\agent\work\")]
    [DataRow("/home/runner/work/")]
    public void An_assembly_from_another_machine_is_matched_by_the_ends_of_its_paths(string sourceRoot)
    {
        using var repository = new TemporaryFolder();
        repository.Write("Tests/Login.cs", OneTest);
        var compilation = new TestCompilation(repository) { SourceRoot = sourceRoot }.Compile("Tests/Login.cs");

        var unique = AssemblyReader.Read(compilation.Request with { Files = ["Login.cs", "Tests/Login.cs", "Tests/tests.csproj"] }, default);
        var ambiguous = AssemblyReader.Read(compilation.Request with { Files = ["work/Tests/Login.cs", "Tests/Login.cs"] }, default);

        ReferenceAssert.AreEqual(unique, "auth-feature.FORM.1 Tests/Login.cs:9");
        ReferenceAssert.AreEqual(ambiguous);
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.8")]
    public void Windows_paths_are_converted_to_gits_spelling()
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/login.cs", OneTest);
        var compilation = new TestCompilation(repository) { SourceRoot = @"D:\Repo\" }.Compile("tests/login.cs");

        var reading = AssemblyReader.Read(
            compilation.Request with { SourceRoots = [new SourceRoot(@"d:\repo\", repository.Path)], Files = ["Tests/Login.cs"] }, default);

        ReferenceAssert.AreEqual(reading, "auth-feature.FORM.1 Tests/Login.cs:9");
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.9")]
    [DataRow("tests/obj/Login.cs")]
    [DataRow("bin/generated/Login.cs")]
    [DataRow("obj/Login.cs")]
    public void Intermediate_output_is_not_part_of_the_repository(string path)
    {
        using var repository = new TemporaryFolder();
        repository.Write(path, OneTest);

        var manifest = new TestCompilation(repository).Compile(path).Read().Manifest!;

        Assert.IsEmpty(manifest.Tests);
        Assert.IsEmpty(manifest.Sources);
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.11")]
    [DataRow("tests/Formats/Obj/ParserTests.cs")]
    [DataRow("tests/Formats/obj/ParserTests.cs")]
    [DataRow("tests/Bin/ParserTests.cs")]
    public void A_folder_that_only_has_the_name_of_output_has_sources(string path)
    {
        using var repository = new TemporaryFolder();
        repository.Write(path, OneTest);
        var compilation = new TestCompilation(repository).Compile(path);

        var manifest = AssemblyReader.Read(compilation.Request with { ProjectPath = "Tests.csproj" }, default).Manifest!;

        Assert.AreEqual(path, manifest.Tests.Single().Path);
        Assert.AreEqual(path, manifest.Sources.Single().Path);
    }

    [TestMethod]
    [TestCategory("compiled-references.PLACE.9")]
    public void A_file_outside_the_repository_is_ignored()
    {
        using var repository = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("Login.cs", OneTest);
        var compilation = new TestCompilation(elsewhere).Compile("Login.cs");

        var manifest = AssemblyReader.Read(compilation.Request with { RepositoryRoot = repository.Path }, default).Manifest!;

        Assert.IsEmpty(manifest.Tests);
        Assert.IsEmpty(manifest.Sources);
    }

    private static void AssertTests(string body, params string[] expected) => AssertTests(body, OptimizationLevel.Debug, expected);

    private static void AssertTests(string body, OptimizationLevel optimization, params string[] expected)
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/Login.cs", $"{TestCompilation.Prelude}\n[TestClass] public class Login\n{{\n{body}\n}}\n");
        var reading = new TestCompilation(repository) { Optimization = optimization }.Compile("tests/Login.cs").Read();
        Assert.IsEmpty(reading.Findings);
        CollectionAssert.AreEqual(expected, reading.Manifest!.Tests.Select(Describe).ToArray());
    }

    private static string Describe(CompiledTest test) => $"{test.Line} {test.FirstLine}-{test.LastLine}";
}

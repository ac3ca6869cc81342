namespace SpecPush.Tests.References.Compiled;

[TestClass]
public sealed class TagTests
{
    [TestMethod]
    [TestCategory("compiled-references.TAGS.1")]
    [TestCategory("compiled-references.PLACE.1")]
    public void Strings_of_all_kinds_of_arguments_are_read() => AssertReferences(
        """
        [TestClass]
        public class Login
        {
            [TestMethod(DisplayName = "auth-feature.DISPLAY.1")]
            [TestProperty("key", "auth-feature.SECOND.1")]
            [Obsolete("x", DiagnosticId = "auth-feature.NAMED.1")]
            [DataRow(new[] { "auth-feature.ARRAY.1", null }, new object[] { 1, "auth-feature.BOXED.2" })]
            public void Works(string[] texts, object[] values)
            {
            }
        }
        """,
        "auth-feature.ARRAY.1 tests/Login.cs:10",
        "auth-feature.BOXED.2 tests/Login.cs:10",
        "auth-feature.DISPLAY.1 tests/Login.cs:10",
        "auth-feature.NAMED.1 tests/Login.cs:10",
        "auth-feature.SECOND.1 tests/Login.cs:10");

    [TestMethod]
    [TestCategory("compiled-references.TAGS.2")]
    [TestCategory("compiled-references.TAGS.3")]
    public void Expressions_are_read_as_the_compiler_resolved_them() => AssertReferences(
        """
        [TestClass]
        public class Login
        {
            private const string Feature = "auth-feature";
            private const string FORM = Feature + "." + nameof(FORM);

            [TestMethod]
            [TestCategory($"{FORM}.1, {FORM}.2-1 and {Feature}.LINK.10")]
            public void Works()
            {
            }
        }
        """,
        "auth-feature.FORM.1 tests/Login.cs:11",
        "auth-feature.FORM.2-1 tests/Login.cs:11",
        "auth-feature.LINK.10 tests/Login.cs:11");

    [TestMethod]
    [TestCategory("compiled-references.TAGS.4")]
    [TestCategory("compiled-references.TAGS.5")]
    [TestCategory("compiled-references.TAGS.6")]
    [TestCategory("compiled-references.TAGS.7")]
    public void Tags_of_classes_and_assembly_apply_to_the_tests_that_they_contain_and_inherit() => AssertReferences(
        """
        [assembly: TestCategory("auth-feature.ASSEMBLY.1")]
        [TestCategory("auth-feature.BASE.1")]
        public abstract class Base<T>
        {
            [TestMethod]
            public void Inherited()
            {
            }
        }

        public class Middle : Base<int>;

        [TestClass, TestCategory("auth-feature.DERIVED.1")]
        public class Derived : Middle
        {
            [TestMethod]
            public void Own()
            {
            }
        }
        """,
        "auth-feature.ASSEMBLY.1 tests/Login.cs:19",
        "auth-feature.ASSEMBLY.1 tests/Login.cs:8",
        "auth-feature.BASE.1 tests/Login.cs:19",
        "auth-feature.BASE.1 tests/Login.cs:8",
        "auth-feature.DERIVED.1 tests/Login.cs:19",
        "auth-feature.DERIVED.1 tests/Login.cs:8");

    [TestMethod]
    [TestCategory("compiled-references.TAGS.8")]
    public void A_path_that_the_compiler_passed_is_not_a_tag_even_if_it_looks_like_one() => AssertReferences(
        """
        #line 4 "/src/auth-feature.PATH.1/Login.cs"
        public sealed class FirstAttribute(string a, [System.Runtime.CompilerServices.CallerFilePath] string f = "", int n = 0) : TestCategoryBaseAttribute
        {
            public override IList<string> TestCategories => [a];
        }

        [TestClass]
        public class Login
        {
            [TestMethod, First("auth-feature.TAG.1")]
        #line default
            public void Works()
            {
            }
        }
        """,
        "auth-feature.TAG.1 tests/Login.cs:14");

    [TestMethod]
    [TestCategory("compiled-references.TAGS.10")]
    public void Versions_and_friend_assemblies_are_not_tags() => AssertReferences(
        """
        [assembly: System.Reflection.AssemblyInformationalVersion("1.0.0-preview.RC.1")]
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Company.APP.2")]
        [TestClass]
        public class Login
        {
            [TestMethod]
            public void Works()
            {
            }
        }
        """);

    [TestMethod]
    [TestCategory("compiled-references.TESTS.6")]
    public void Methods_that_are_not_tests_have_no_references() => AssertReferences(
        """
        [TestClass]
        public class Login
        {
            [TestCategory("auth-feature.TAG.1")]
            public void Helps()
            {
            }
        }
        """);

    [TestMethod]
    [TestCategory("compiled-references.TAGS.11")]
    public void A_tag_in_the_code_of_an_attribute_counts_for_the_tests_that_have_it() => AssertReferences(
        """
        public sealed class LoginAttribute : TestCategoryBaseAttribute
        {
            public override IList<string> TestCategories => ["auth-feature.LIST.1", "other"];
        }

        public sealed class LinkAttribute() : TestPropertyAttribute("acid", "auth-feature.LINK.1");

        [TestClass]
        public class Login
        {
            [TestMethod, Login, Link]
            public void Works()
            {
            }
        }
        """,
        "auth-feature.LINK.1 tests/Login.cs:14",
        "auth-feature.LIST.1 tests/Login.cs:14");

    [TestMethod]
    [TestCategory("compiled-references.TESTS.9")]
    [DataRow(false, 1)]
    [DataRow(true, 2)]
    public void An_override_is_a_test_if_the_attribute_says_that_it_is_inherited(bool isInherited, int expectedTests)
    {
        using var repository = new TemporaryFolder();
        repository.Write(
            "tests/Login.cs",
            TestCompilation.Prelude +
            $$"""

            [AttributeUsage(AttributeTargets.Method, Inherited = {{(isInherited ? "true" : "false")}})]
            public sealed class CaseAttribute : TestMethodAttribute;

            public class Base
            {
                [Case, TestCategory("auth-feature.FORM.1")]
                public virtual void Works(int value) => GC.KeepAlive(value);
                public virtual void Works(string value) => GC.KeepAlive(value);
            }

            public class Middle : Base;

            public class Derived : Middle
            {
                public override void Works(int value) => GC.KeepAlive(2 * value);
                public override void Works(string value) => GC.KeepAlive(value + value);
            }
            """);

        var tests = new TestCompilation(repository).Compile("tests/Login.cs").Read().Manifest!.Tests;

        Assert.HasCount(expectedTests, tests);
        Assert.IsTrue(tests.All(test => test.Acids is ["auth-feature.FORM.1"]));
    }

    private static void AssertReferences(string source, params string[] expected)
    {
        using var repository = new TemporaryFolder();
        repository.Write("tests/Login.cs", TestCompilation.Prelude + "\n" + source);
        var reading = new TestCompilation(repository).Compile("tests/Login.cs").Read();
        Assert.IsEmpty(reading.Findings);
        ReferenceAssert.AreEqual(reading, expected);
    }
}

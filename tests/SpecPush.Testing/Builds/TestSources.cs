namespace SpecPush.Testing;

/// <summary>Sources of test projects that need no package: their own attributes are recognised by name, like the framework's.</summary>
internal static class TestSources
{
    /// <summary>A test whose category is an expression, so that the ID may appear only in the project's manifest and not in the text.</summary>
    public static string WithTag(string expression) => $$"""
        namespace Microsoft.VisualStudio.TestTools.UnitTesting
        {
            [System.AttributeUsage(System.AttributeTargets.Method)] public sealed class TestMethodAttribute : System.Attribute;
            [System.AttributeUsage(System.AttributeTargets.Method)] public sealed class TestCategoryAttribute(string category) : System.Attribute { public string Category => category; }
        }

        public sealed class Tests
        {
            [Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod]
            [Microsoft.VisualStudio.TestTools.UnitTesting.TestCategory({{expression}})]
            public void Works()
            {
            }
        }
        """;

    /// <summary>A test that MSTest runs, with a category that the text scan cannot find; the method is on line 12.</summary>
    public static string ForMSTest(string acid) => $$"""
        using Microsoft.VisualStudio.TestTools.UnitTesting;

        [assembly: DoNotParallelize]

        [TestClass]
        public sealed class Tests
        {
            private const string Feature = "{{acid.Split('.')[0]}}";

            [TestMethod]
            [TestCategory($"{Feature}.{{acid.Split('.', 2)[1]}}")]
            public void Works() => Assert.IsTrue(true.Equals(true));
        }
        """;
}

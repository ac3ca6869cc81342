namespace SpecPush.Testing;

/// <summary>Source of test projects that need no package: the attributes are found by name and stand for the framework's.</summary>
internal static class TestSources
{
    /// <summary>A test whose category is an expression, so that the text scan need not see the ID and only the project's manifest brings it.</summary>
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

    /// <summary>A test that MSTest runs, whose category the text scan cannot see; the method is on line 12.</summary>
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

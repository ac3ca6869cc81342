namespace SpecPush.MSBuild.Tests.Infrastructure;

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
}

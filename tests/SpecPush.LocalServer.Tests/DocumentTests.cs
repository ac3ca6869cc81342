using System.Reflection;
using System.Text.RegularExpressions;

namespace SpecPush.LocalServer.Tests;

[TestClass]
public sealed partial class DocumentTests
{
    [TestMethod]
    [TestCategory("local-server.DESCRIPTION.2")]
    public void Every_test_that_the_document_names_exists()
    {
        var tests = typeof(DocumentTests).Assembly.GetTypes().SelectMany(static type => type.GetMethods())
            .Where(static method => method.GetCustomAttribute<TestMethodAttribute>() is not null).Select(static method => method.Name).ToHashSet(StringComparer.Ordinal);
        var named = TestName.Matches(File.ReadAllText(DocumentPath())).Select(static match => match.Groups["name"].Value).Distinct().ToArray();
        Assert.IsGreaterThan(40, named.Length);
        CollectionAssert.IsSubsetOf(named, tests.ToArray());
    }

    private static string DocumentPath() => Path.Combine(
        SourceTree.Root, "docs", "local-server.md");

    [GeneratedRegex("`(?<name>[A-Z][a-z]*_[A-Za-z][A-Za-z_]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex TestName { get; }
}

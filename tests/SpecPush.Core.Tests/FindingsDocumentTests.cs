using System.Text.RegularExpressions;

namespace SpecPush.Tests;

[TestClass]
public sealed partial class FindingsDocumentTests
{
    [TestMethod]
    [TestCategory("report.FINDINGS.2")]
    [TestCategory("report.FINDINGS.3")]
    public void Every_code_is_made_in_one_file_and_explained_in_one_paragraph()
    {
        var root = SourceTree.Root;
        string[] sources = [.. Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories), .. Directory.EnumerateFiles(Path.Combine(root, "src"), "*.targets", SearchOption.AllDirectories)];
        var made = sources.Where(static file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .SelectMany(static file => Made.Matches(File.ReadAllText(file)).Select(static match => match.Groups["code"].Value).Distinct())
            .Order(StringComparer.Ordinal)
            .ToArray();
        var explained = Explained.Matches(File.ReadAllText(Path.Combine(root, "docs", "findings.md"))).Select(static match => match.Groups["code"].Value).Order(StringComparer.Ordinal).ToArray();
        CollectionAssert.AllItemsAreUnique(made);
        CollectionAssert.AreEqual(made, explained);
    }

    [GeneratedRegex("(\"|Code=\")(?<code>SPUSH[0-9]{4})\"")]
    private static partial Regex Made { get; }

    [GeneratedRegex(@"^<a id=""(?<anchor>spush[0-9]{4})""></a>\r?\n\r?\n### (?<code>SPUSH[0-9]{4}): [A-Z].+$", RegexOptions.Multiline)]
    private static partial Regex Explained { get; }
}

using System.Text.RegularExpressions;

namespace SpecPush.Tests;

/// <summary>Relative links in the documentation, with GitHub's rules for the anchors of headings.</summary>
[TestClass]
public sealed partial class DocumentationLinksTests
{
    private static readonly string Root = SourceTree.Root;

    [TestMethod]
    [TestCategory("first-minute.DOCUMENTATION.1")]
    public void Every_link_leads_to_a_file_and_a_heading_that_exist()
    {
        string[] documents =
        [
            Path.Combine(Root, "README.md"), .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md"),
            .. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(static folder => Path.Combine(folder, "README.md")).Where(File.Exists),
        ];
        var links = documents.SelectMany(static document => Link.Matches(TextOf(document)).Select(link => (document, link: link.Groups["link"].Value))).ToArray();
        Assert.IsGreaterThan(100, links.Length);
        CollectionAssert.AreEqual(Array.Empty<string>(), links.Where(static entry => !Exists(entry.document, entry.link)).Select(static entry => $"{Path.GetRelativePath(Root, entry.document)}: {entry.link}").ToArray());
    }

    private static bool Exists(string document, string link)
    {
        var parts = link.Split('#');
        var target = parts[0].Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, parts[0]);
        return Path.Exists(target) && (parts.Length == 1 || AnchorsOf(target).Contains(parts[1]));
    }

    private static HashSet<string> AnchorsOf(string document)
    {
        var text = TextOf(document);
        return
        [
            .. Heading.Matches(text).Select(static heading => NotInAnchor.Replace(heading.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-')),
            .. Anchor.Matches(text).Select(static anchor => anchor.Groups["anchor"].Value),
        ];
    }

    private static string TextOf(string document) => CodeBlock.Replace(File.ReadAllText(document).ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"\]\((?!https?:)(?<link>[^)\s]+)\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor { get; }

    [GeneratedRegex("<a id=\"(?<anchor>[^\"]+)\">")]
    private static partial Regex Anchor { get; }

    [GeneratedRegex(@"^\s*```.*?^\s*```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock { get; }
}

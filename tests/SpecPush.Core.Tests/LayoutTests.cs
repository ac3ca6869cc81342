using System.Text.RegularExpressions;

namespace SpecPush.Tests;

/// <summary>Which folders of the core can use which others: the table in README.md, which has no cycle because each row uses only rows above it.</summary>
[TestClass]
public sealed partial class LayoutTests
{
    private static readonly string Root = SourceTree.Root;

    [TestMethod]
    public void Folders_use_only_folders_above_them()
    {
        var rows = Row.Matches(File.ReadAllText(Path.Combine(Root, "README.md")))
            .ToDictionary(static row => row.Groups["folder"].Value, static row => Name.Matches(row.Groups["uses"].Value).Select(static name => name.Value).ToArray());
        var above = new HashSet<string>();
        foreach (var (folder, uses) in rows)
        {
            CollectionAssert.IsSubsetOf(uses, above.ToArray(), $"{folder} uses what is not above it");
            above.Add(folder);
            var files = Directory.EnumerateFiles(Path.Combine(Root, "src", "SpecPush.Core", folder), "*.cs", SearchOption.AllDirectories);
            var used = files.SelectMany(static file => Use.Matches(File.ReadAllText(file))).Select(static use => use.Groups["folder"].Value).Distinct().Order(StringComparer.Ordinal);
            CollectionAssert.AreEqual(uses.Order(StringComparer.Ordinal).ToArray(), used.Where(name => name != folder && name != "Tests").ToArray(), folder);
        }

        var folders = Directory.GetDirectories(Path.Combine(Root, "src", "SpecPush.Core")).Select(static path => Path.GetFileName(path)!).Except(["bin", "obj"]);
        CollectionAssert.AreEquivalent(folders.ToArray(), rows.Keys.ToArray());
    }

    [GeneratedRegex(@"^\| `(?<folder>[A-Z]\w+)/` \| [^|]+ \|(?<uses>[^|]*)\|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [GeneratedRegex(@"[A-Z]\w+")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"^using SpecPush\.(?<folder>\w+)[.;]|(?<![\w.""])SpecPush\.(?<folder>[A-Z]\w+)\.", RegexOptions.Multiline)]
    private static partial Regex Use { get; }
}

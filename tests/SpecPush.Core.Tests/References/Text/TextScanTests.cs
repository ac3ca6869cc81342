using System.Collections.Frozen;
using System.Text;
using SpecPush.References;
using SpecPush.References.Text;

namespace SpecPush.Tests.References.Text;

[TestClass]
public sealed class TextScanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [TestCategory("text-references.MATCH.6")]
    [DataRow("cart.LINES", "cart.LINES a.cs:1")]
    [DataRow("see cart.LINES. And\ncart.LINES, cart.LINES", "cart.LINES a.cs:1 cart.LINES a.cs:2")]
    [DataRow("(cart.LINES)", "cart.LINES a.cs:1")]
    [DataRow("cart.LINES.1", "")]
    [DataRow("cart.LINES.Count", "")]
    [DataRow("cart.LINES-", "")]
    [DataRow("cart.LINESx", "")]
    [DataRow("my-cart.LINES", "")]
    [DataRow("shop.cart.LINES", "")]
    [DataRow("cart.OTHER", "")]
    [DataRow("ücart.LINES.", "cart.LINES a.cs:1")]
    [DataRow(".LINES cart. LINES", "")]
    public void A_group_without_a_number_is_found_if_the_group_exists(string text, string expected)
    {
        _folder.Write("a.cs", text);
        var partial = TextScan.Read(_folder.Path, ["a.cs"], FrozenSet.Create("cart.LINES"), CancellationToken.None).Partial;
        Assert.AreEqual(expected, string.Join(' ', partial.Select(static reference => $"{reference.Acid} {reference.Path}:{reference.Line}")));
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.2")]
    [TestCategory("text-references.MATCH.3")]
    public void Each_acid_counts_once_per_line()
    {
        _folder.Write("src/Über uns/a.cs", "// auth.A.1 auth.A.1\n\n// auth.A.1, auth.A.2\n");
        CollectionAssert.AreEqual(
            new[] { "auth.A.1 src/Über uns/a.cs:1", "auth.A.1 src/Über uns/a.cs:3", "auth.A.2 src/Über uns/a.cs:3" },
            Scan("src/Über uns/a.cs"));
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.4")]
    public void Line_ends_byte_order_marks_and_utf16_are_read()
    {
        _folder.Write("crlf.cs", "\r\n// auth.A.1\r\n// auth.A.2\r\n");
        _folder.Write("bom.cs", [0xEF, 0xBB, 0xBF, .. "auth.A.1"u8]);
        _folder.Write("little.cs", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("\r\nauth.A.1")]);
        _folder.Write("big.cs", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("\nauth.A.1")]);
        CollectionAssert.AreEqual(
            new[] { "auth.A.1 big.cs:2", "auth.A.1 bom.cs:1", "auth.A.1 crlf.cs:2", "auth.A.2 crlf.cs:3", "auth.A.1 little.cs:2" },
            Scan("crlf.cs", "bom.cs", "little.cs", "big.cs"));
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.5")]
    [DataRow(1)]
    [DataRow(4_000)]
    [DataRow(3_000_000)]
    public void Long_files_and_long_lines_are_read_to_their_end(int lineLength)
    {
        var line = new string('x', lineLength) + "\n";
        var lines = 4_000_000 / line.Length;
        _folder.Write("long.txt", string.Concat(Enumerable.Repeat(line, lines)) + "auth.A.1\n" + new string('y', lineLength) + " auth.A.2");
        CollectionAssert.AreEqual(new[] { $"auth.A.1 long.txt:{lines + 1}", $"auth.A.2 long.txt:{lines + 2}" }, Scan("long.txt"));
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.5")]
    public void No_match_is_lost_at_the_boundary_of_two_blocks()
    {
        var builder = new StringBuilder();
        for (var number = 1; builder.Length < 1_500_000; number++)
        {
            builder.Append("auth.A.").Append(number).Append('\n');
        }

        _folder.Write("many.txt", builder.ToString());
        var expected = Enumerable.Range(1, builder.ToString().Count(static c => c == '\n')).Select(static n => $"auth.A.{n} many.txt:{n}").ToArray();
        CollectionAssert.AreEqual(expected, Scan("many.txt"));
    }

    [TestMethod]
    [TestCategory("text-references.FILES.3")]
    [TestCategory("text-references.FILES.4")]
    public void Binary_files_and_SpecPushs_own_reports_are_skipped()
    {
        _folder.Write("binary", [.. "auth.A.1"u8, 0, .. "auth.A.1"u8]);
        _folder.Write("report.json", "{ \"$comment\": \"generated-by: specpush\", \"x\": \"auth.A.1\" }");
        _folder.Write("empty", "");
        Assert.IsEmpty(Scan("binary", "report.json", "empty"));
    }

    [TestMethod]
    [TestCategory("text-references.FILES.6")]
    public void A_file_that_cannot_be_read_is_named_and_one_that_is_gone_is_not()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "folder.cs"));
        var scan = TextScan.Read(_folder.Path, ["folder.cs", "gone.cs"], FrozenSet<string>.Empty, CancellationToken.None);
        CollectionAssert.AreEqual(new[] { "folder.cs" }, scan.Unreadable.Keys.ToArray());
        Assert.AreEqual("SPUSH2014", ReferenceFindings.UnreadableFile("folder.cs", scan.Unreadable["folder.cs"]).Code);
    }

    [TestMethod]
    [TestCategory("text-references.FILES.1")]
    [TestCategory("text-references.FILES.2")]
    [DataRow("src/Cart.cs", true)]
    [DataRow("docs/cart.md", true)]
    [DataRow("Dockerfile", true)]
    [DataRow("features/cart.feature.yaml", false)]
    [DataRow("web/node_modules/x/index.js", false)]
    [DataRow(".agents/skills/acai.md", false)]
    [DataRow("dist/app.js", false)]
    [DataRow("src/dist.cs", true)]
    [DataRow("TestResults/run.trx", false)]
    [DataRow("build.LOG", false)]
    [DataRow("out/coverage.cobertura.xml", false)]
    [DataRow("logo.png", false)]
    public void Some_files_are_not_scanned(string path, bool expected) => Assert.AreEqual(expected, ScannedPaths.Includes(path));

    [TestMethod]
    [TestCategory("text-references.TEST.1")]
    [TestCategory("text-references.TEST.2")]
    [TestCategory("text-references.TEST.3")]
    [DataRow("tests/Cart.cs", true)]
    [DataRow("web/__tests__/cart.js", true)]
    [DataRow("src/Shop.Tests/Cart.cs", true)]
    [DataRow("src/Shop.IntegrationTests/Cart.cs", true)]
    [DataRow("src/Shop.UnitTest/Cart.cs", true)]
    [DataRow("web/cart.test.ts", true)]
    [DataRow("web/cart.spec.tsx", true)]
    [DataRow("pkg/cart_test.go", true)]
    [DataRow("src/CartTests.cs", true)]
    [DataRow("src/CartTest.java", true)]
    [DataRow("src/Latest.cs", false)]
    [DataRow("src/Contest.cs", false)]
    [DataRow("src/Tests.cs", false)]
    [DataRow("src/latest/Cart.cs", false)]
    [DataRow("src/Shop.Testing/Cart.cs", false)]
    [DataRow("contest/Cart.cs", false)]
    [DataRow("Tests/Cart.cs", true)]
    [DataRow("src/shop.tests/Cart.cs", true)]
    [DataRow("src/Shop.UITests/Cart.cs", true)]
    [DataRow("docs/v2.latest/cart.md", false)]
    [DataRow("src/Acme.Contest/Cart.cs", false)]
    [DataRow("src/Shop.Protest/Cart.cs", false)]
    public void Test_files_are_recognised_by_their_path(string path, bool expected) => Assert.AreEqual(expected, TestPath.IsTest(path));

    private string[] Scan(params string[] paths) =>
        [.. TextScan.Read(_folder.Path, paths, FrozenSet<string>.Empty, CancellationToken.None).References.Select(static reference => $"{reference.Acid} {reference.Path}:{reference.Line}")];
}

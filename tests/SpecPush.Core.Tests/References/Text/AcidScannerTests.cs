using System.Text;
using System.Text.RegularExpressions;
using SpecPush.Acids;

namespace SpecPush.Tests.References.Text;

[TestClass]
public sealed partial class AcidScannerTests
{
    [TestMethod]
    [TestCategory("text-references.MATCH.1")]
    [DataRow("// auth-feature.AUTH.1", "auth-feature.AUTH.1")]
    [DataRow("auth.AUTH.1-2", "auth.AUTH.1-2")]
    [DataRow("auth.AUTH.1-2-3", "auth.AUTH.1-2")]
    [DataRow("auth.AUTH.1-note", "auth.AUTH.1")]
    [DataRow("auth.AUTH.12a")]
    [DataRow("auth.AUTH.1-2a", "auth.AUTH.1")]
    [DataRow("auth.AUTH.1_2")]
    [DataRow("auth.Auth.1")]
    [DataRow("auth.1AUTH.1")]
    [DataRow("auth.AUTH.")]
    [DataRow(".AUTH.1")]
    [DataRow("--auth.AUTH.1", "auth.AUTH.1")]
    [DataRow("--.AUTH.1")]
    [DataRow("ä.AUTH.1")]
    [DataRow("äb.AUTH.1ö", "b.AUTH.1")]
    [DataRow("a.B.1.C.2", "a.B.1")]
    [DataRow("a.B.1-x.C.2", "a.B.1", "-x.C.2")]
    [DataRow("a.B.1, a.B.2; (a.B.3)", "a.B.1", "a.B.2", "a.B.3")]
    [DataRow("x.y.AUTH.1", "y.AUTH.1")]
    [DataRow("a.B-.1", "a.B-.1")]
    public void Finds_what_the_official_pattern_finds(string text, params string[] expected)
    {
        CollectionAssert.AreEqual(expected, Scan(text));
        CollectionAssert.AreEqual(expected, Official(text));
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.1")]
    public void Agrees_with_the_official_pattern_on_any_text()
    {
        const string Alphabet = "aZ09_-..\n ä";
        var random = new Random(20260101);
        for (var round = 0; round < 200_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, round % 10 == 0 ? 200 : 24)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            CollectionAssert.AreEqual(Official(text), Scan(text), text);
        }
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.6")]
    [DataRow("cart.LINES", "cart.LINES")]
    [DataRow("see cart.LINES.", "cart.LINES")]
    [DataRow("cart.LINES.1")]
    [DataRow("cart.LINES.x")]
    [DataRow("cart.LINESx")]
    [DataRow("a.cart.LINES")]
    [DataRow("cart.LINES, cart.LINES.2, stock.ALL", "cart.LINES", "stock.ALL")]
    public void Finds_groups_on_request(string text, params string[] expected) => CollectionAssert.AreEqual(expected, Scan(text, groups: true));

    private static List<string> Scan(string text, bool groups)
    {
        var found = new List<string>();
        var scanner = new AcidScanner(Encoding.UTF8.GetBytes(text), includeGroups: true);
        while (scanner.MoveNext())
        {
            if (scanner.IsGroup == groups)
            {
                found.Add(Encoding.UTF8.GetString(scanner.Current));
            }
        }

        return found;
    }

    private static List<string> Scan(string text)
    {
        var found = new List<string>();
        var scanner = new AcidScanner(Encoding.UTF8.GetBytes(text));
        while (scanner.MoveNext())
        {
            found.Add(Encoding.UTF8.GetString(scanner.Current));
        }

        return found;
    }

    private static List<string> Official(string text) => [.. OfficialPattern.Matches(text).Select(static match => match.Value)];

    [GeneratedRegex(@"\b[A-Za-z0-9_-]+\.[A-Z][A-Z0-9_-]*\.[0-9]+(-[0-9]+)?\b", RegexOptions.ECMAScript)]
    private static partial Regex OfficialPattern { get; }
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.Tests.Specs;

[TestClass]
public sealed class HostileSpecTests
{
    private static readonly string[] Fragments =
    [
        "feature:", "name: auth-feature", "product: shop", "components:", "A:", "requirements:", "1: ", "1-note: ", "\n", "\n  ", "\n    ", "\r\n", "\t", " ",
        "&a ", "*a", "!x ", "!!str ", "|", ">-", "'", "\"", "\\", "\\U", "[", "]", "{", "}", ",", ": ", "- ", "? ", "<<: ", "#", " # ", "---\n", "...\n", "%YAML 1.1\n",
        "%TAG ! x\n", "`", "@", "\0", "\u0085", "\u2028", "\uFEFF", "😀", "\uD83D", "~", "true", "2024-01-01",
    ];

    [TestMethod]
    [TestCategory("spec-reading.HOSTILE.1")]
    public void A_file_that_is_too_large_is_an_error() =>
        SpecText.Read(new byte[10_000_000]).Has(
            "(0,0): error SPUSH1003 | 10,000,000 | 1,048,576");

    [TestMethod]
    [TestCategory("spec-reading.HOSTILE.1")]
    [DataRow("feature: ", "[", "(1,41)")]
    [DataRow("feature: ", "{a: ", "(1,131)")]
    [DataRow("feature:\n", "- ", "(2,63)")]
    public void YAML_that_is_too_deep_is_an_error(string beginning, string repeated, string place) =>
        SpecText.Read(beginning + string.Concat(Enumerable.Repeat(repeated, 100_000))).Has(
            $"{place}: error SPUSH1003 | 32 levels");

    [TestMethod]
    [TestCategory("spec-reading.HOSTILE.1")]
    public void Aliases_that_expand_to_too_much_are_an_error()
    {
        var yaml = new StringBuilder("a: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 10; level++)
        {
            var aliases = string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9));
            yaml.Append(CultureInfo.InvariantCulture, $"a{level}: &a{level} [{aliases}]\n");
        }

        SpecText.Read($"{yaml}feature: {{name: auth-feature, product: shop}}\n").Has(
            "(6,10): error SPUSH1003 | 100,000");
    }

    [TestMethod]
    [TestCategory("spec-reading.HOSTILE.2")]
    [Timeout(10_000)] // A guard against a loop without an end
    [DataRow(100)]
    [DataRow(4096)]
    [DataRow(8192)]
    public void A_directive_without_a_line_end_is_read_to_the_end_of_the_file(int length) =>
        SpecText.Read("feature:\n%0A :".PadRight(length, 'a')).Has(
            "(1,9): error SPUSH1013 | 'feature'");

    [TestMethod]
    [TestCategory("spec-reading.FILE.9")]
    [DataRow("\\U0011FFFF<<: {`\t\r\n|9")]
    [DataRow("...\n\t,\\U0011FFFF%YAML 1.99999999999\n\n    ")]
    [DataRow("feature: \"\\U0011FFFF\"\n")]
    public void Text_that_makes_the_library_fail_is_a_finding_for_that_file_only(string text)
    {
        var reading = SpecReader.ReadAll(
            [new SpecFile("features/odd.feature.yaml", Encoding.UTF8.GetBytes($"feature:\n{text}")), new SpecFile("features/valid.feature.yaml", Encoding.UTF8.GetBytes("feature:\n  name: cart\n  product: shop\n"))],
            CancellationToken.None);
        Assert.AreEqual("cart", reading.Specs.Single().Feature);
        Assert.IsTrue(reading.Findings.Any(static finding => finding.Severity == Severity.Error && finding.Location!.Path == "features/odd.feature.yaml"));
    }

    [TestMethod]
    [TestCategory("reliability.INPUT.1")]
    [DataRow("feature:\n  name: <", 2)]
    [DataRow("<", 1)]
    [DataRow("<x", 1)]
    [DataRow("a\n\n>", 3)]
    public void Half_a_character_of_UTF_16_is_an_error(string text, int line)
    {
        // An attribute cannot hold them.
        var halves = text.Replace('<', '\uDA00').Replace('>', '\uDC00');
        var finding = SpecText.Read((byte[])[0xFF, 0xFE, .. MemoryMarshal.AsBytes(halves.AsSpan())]).Findings.Single();
        Assert.AreEqual(("SPUSH1002", line), (finding.Code, finding.Location!.Line));
    }

    [TestMethod]
    [TestCategory("spec-reading.HOSTILE.1")]
    public void An_alias_inside_its_own_value_is_an_error() =>
        SpecText.Read("feature: &a [*a]\n").Has(
            "(1,14): error SPUSH1031 | *");

    [TestMethod]
    [TestCategory("spec-reading.HOSTILE.2")]
    [DataRow("a: ", " ")]
    [DataRow("a: ", "#")]
    [DataRow("", "- ")]
    [DataRow("", "\n")]
    [DataRow("a:\n", "\t")]
    [DataRow("feature: {", "a, ")]
    [DataRow("components: {feature: {", "1: x, ")]
    [DataRow("feature: {name: auth-feature, product: shop}\nconstraints: {A: {", "1: {requirement: x}, ")]
    [DataRow("feature:\n", "? a\n")]
    [DataRow("feature:\n", "a: x\n")]
    [DataRow("feature: \"", "a\\")]
    [DataRow("feature: ", "a:")]
    [DataRow("feature: ", "\n- x")]
    public void The_same_again_up_to_the_largest_size_is_read_or_refused(string beginning, string repeated)
    {
        var count = (SourceDecoder.MaximumSize - beginning.Length) / repeated.Length;
        var reading = SpecText.Read(beginning + string.Concat(Enumerable.Repeat(repeated, count)));
        Assert.IsEmpty(reading.Specs);
        Assert.IsNotEmpty(reading.Findings);
    }

    [TestMethod]
    [TestCategory("spec-reading.HOSTILE.2")]
    public void No_content_makes_reading_fail()
    {
        // The seed is fixed, so that failures can be reproduced.
        var random = new Random(20260101);
        for (var round = 0; round < 20_000; round++)
        {
            var content = round % 2 == 0 ? RandomFragments(random) : RandomBytes(random);
            try
            {
                AssertInside(content, SpecText.Read(content));
            }
            catch (Exception exception) when (exception is not AssertFailedException)
            {
                Assert.Fail($"{exception.Message} of {Convert.ToBase64String(content)}");
            }
        }
    }

    private static byte[] RandomFragments(Random random) =>
        Encoding.UTF8.GetBytes("feature:" + string.Concat(random.GetItems(Fragments, random.Next(1, 40))));

    private static byte[] RandomBytes(Random random)
    {
        var content = Encoding.UTF8.GetBytes(SpecText.Head + "      1: \"Works\"\n      1-note: |\n        Always\n");
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            content[random.Next(content.Length)] = (byte)random.Next(256);
        }

        return content;
    }

    private static void AssertInside(byte[] content, SpecReading reading)
    {
        var lines = content.Length + 1;
        foreach (var finding in reading.Findings)
        {
            Assert.IsTrue(finding.Location is { Line: >= 0, Column: >= 0 } place && place.Line <= lines, $"{finding} of {Convert.ToBase64String(content)}");
        }

        var hasError = reading.Findings.Any(static finding => finding.Severity == Severity.Error);
        Assert.IsTrue(reading.Specs.IsEmpty || !hasError, Convert.ToBase64String(content));
    }
}

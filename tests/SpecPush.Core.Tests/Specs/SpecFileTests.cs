using System.Text;

namespace SpecPush.Tests.Specs;

[TestClass]
public sealed class SpecFileTests
{
    private const string Yaml = "feature:\n  name: auth-feature\n  product: shop\n  description: Größe 😀\ncomponents:\n  LOGIN:\n    1: |\n      Two\n      lines\n";

    private const string Foreign = "message SPUSH1004";

    public static IEnumerable<(string Name, Encoding Encoding)> Encodings =>
    [
        ("UTF-8", new UTF8Encoding(false)),
        ("UTF-8 with mark", new UTF8Encoding(true)),
        ("UTF-16 little-endian", new UnicodeEncoding(false, true)),
        ("UTF-16 big-endian", new UnicodeEncoding(true, true)),
        ("UTF-32 little-endian", new UTF32Encoding(false, true)),
        ("UTF-32 big-endian", new UTF32Encoding(true, true)),
    ];

    [TestMethod]
    [TestCategory("spec-reading.FILE.1")]
    [DynamicData(nameof(Encodings))]
    public void Every_encoding_that_a_mark_names_is_read(string name, Encoding encoding)
    {
        var reading = SpecText.Read([.. encoding.Preamble, .. encoding.GetBytes(Yaml)]);
        reading.Has();
        Assert.AreEqual("Größe 😀", reading.Specs.Single().Description, name);
        Assert.AreEqual(Yaml, reading.Specs.Single().RawContent, name);
        Assert.AreEqual(3, reading.Specs.Single().FeatureKeys["name"].Column, name);
    }

    [TestMethod]
    [TestCategory("spec-reading.FILE.2")]
    [DataRow("\n")]
    [DataRow("\r\n")]
    [DataRow("\r")]
    public void Every_kind_of_line_end_is_read(string lineEnd)
    {
        var spec = SpecText.ReadClean(Yaml.Replace("\n", lineEnd, StringComparison.Ordinal));
        Assert.AreEqual("Two\nlines\n", spec.Requirements.Single().Text);
        Assert.AreEqual(7, spec.Requirements.Single().Location.Line);
    }

    [TestMethod]
    [TestCategory("spec-reading.FILE.3")]
    [DataRow(new byte[] { 0xE9, (byte)'t' }, DisplayName = "Latin-1 in the middle")]
    [DataRow(new byte[] { 0xC3 }, DisplayName = "half a character at the end")]
    [DataRow(new byte[] { 0xED, 0xA0, 0x80 }, DisplayName = "a surrogate")]
    [DataRow(new byte[] { 0xFF, 0xFE, 0xFF }, DisplayName = "bytes that UTF-8 never has")]
    public void The_first_invalid_byte_is_an_error(byte[] bytes) =>
        SpecText.Read([.. "feature:\r\n  name: ü😀"u8, .. bytes]).Has(
            "(2,12): error SPUSH1002 | utf-8");

    [TestMethod]
    [TestCategory("spec-reading.FILE.3")]
    public void Half_a_UTF_16_character_is_an_error() =>
        SpecText.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("feature:\n  a"), 0x00]).Has(
            "(2,4): error SPUSH1002 | utf-16");

    [TestMethod]
    [TestCategory("spec-reading.FILE.3")]
    [DataRow("feature:\n  name: a\0b\n", "(2,10)")]
    [DataRow(SpecText.Head + "      1: \"a\\0b\"\n", "(7,10)")]
    public void A_NUL_is_an_error(string yaml, string place) =>
        SpecText.Read(yaml).Has(
            $"{place}: error SPUSH1026");

    [TestMethod]
    [TestCategory("spec-reading.FILE.4")]
    [DataRow("id: auth\nbehaviours: [login]\n")]
    [DataRow("features:\n  - dark-mode\n")]
    [DataRow("just text")]
    [DataRow("- a\n- feature\n")]
    [DataRow("{{ template }}\nflag: `x`\n", DisplayName = "a template, which is no YAML")]
    public void A_file_of_another_format_is_left_out_with_one_message(string yaml)
    {
        var reading = SpecText.Read(yaml);
        reading.Has($"(0,0): {Foreign}");
        Assert.IsEmpty(reading.Specs);
    }

    [TestMethod]
    [TestCategory("spec-reading.FILE.5")]
    [DataRow("")]
    [DataRow("\uFEFF")]
    [DataRow("\n\n")]
    [DataRow("# only a comment\n")]
    [DataRow("---\n---\n...\n")]
    public void An_empty_file_is_a_warning(string yaml) =>
        SpecText.Read(yaml).Has("(0,0): warning SPUSH1029");
}

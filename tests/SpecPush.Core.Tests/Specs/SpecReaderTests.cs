using System.Text;
using SpecPush.Reporting;
using SpecPush.Specs;

namespace SpecPush.Tests.Specs;

[TestClass]
public sealed class SpecReaderTests
{
    private const string Head = "feature:\n  name: a\n  product: p\n";

    [TestMethod]
    [TestCategory("spec-reading.FORMAT.1")]
    [TestCategory("spec-reading.FORMAT.2")]
    [TestCategory("spec-reading.FORMAT.3")]
    public void Everything_that_the_format_offers_is_read()
    {
        var spec = Read("""
            feature:
              name: a
              product: p
              version: 1.2.3
              description: |
                Two
                lines
              prerequisites: [b, c]
              draft: true
            components:
              LONG:
                name: A name
                requirements:
                  1: Plain
                  1-1: "Quoted: text"
                  1-note: A note
                  2:
                    requirement: Object
                    note: Of its own
                    deprecated: true
                    replaced_by: [a.LONG.1]
                    skipped: true
                  2-note: Not this
                  "3": true
                  4: 2024-01-01
                  5: 1.0
                  6: |
                    A block: with #signs
                  7:
                    requirement: Replaced by text
                    replaced_by: a.LONG.1
                  8:
                    requirement: Replaced the old way
                    replacements: [x.Y.1]
              EMPTY:
                requirements:
            constraints:
              SHORT:
                deprecated: true
                1: Short form
                2:
                  requirement: Alive
                  deprecated: false
            """, out var findings);
        Assert.IsEmpty(findings);
        Assert.AreEqual(("a", "p", "1.2.3", "Two\nlines\n"), (spec!.Feature, spec.Product, spec.Version, spec.Description));
        CollectionAssert.AreEqual(new[] { "b", "c" }, spec.Prerequisites.ToArray());
        CollectionAssert.AreEqual(
            new[]
            {
                "a.LONG.1 'Plain' A note", "a.LONG.1-1 'Quoted: text'", "a.LONG.2 'Object' Of its own deprecated a.LONG.1", "a.LONG.3 'true'", "a.LONG.4 '2024-01-01'",
                "a.LONG.5 '1.0'", "a.LONG.6 'A block: with #signs\n'", "a.LONG.7 'Replaced by text' a.LONG.1", "a.LONG.8 'Replaced the old way' x.Y.1",
                "a.SHORT.1 'Short form' deprecated", "a.SHORT.2 'Alive'",
            },
            spec.Requirements.Select(static requirement => string.Join(' ', new[]
            {
                requirement.Acid, $"'{requirement.Text}'", requirement.Note, requirement.Deprecated ? "deprecated" : null, string.Join(',', requirement.ReplacedBy),
            }.Where(static part => !string.IsNullOrEmpty(part)))).ToArray());
        Assert.AreEqual(new SourceLocation("features/a.feature.yaml", 14, 7), spec.Requirements[0].Location);
    }

    [TestMethod]
    [TestCategory("spec-reading.FORMAT.5")]
    public void Encodings_and_line_ends_make_no_difference()
    {
        const string Text = Head + "components:\n  A:\n    1: Größe 🙂\n";
        byte[][] variants =
        [
            Encoding.UTF8.GetBytes(Text),
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)],
            Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n")),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
            [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)],
            Encoding.UTF8.GetBytes("---\n" + Text + "...\n"),
        ];
        foreach (var variant in variants)
        {
            var reading = SpecReader.ReadAll([new SpecFile("features/a.feature.yaml", variant)], CancellationToken.None);
            Assert.IsEmpty(reading.Findings);
            Assert.AreEqual("Größe 🙂", reading.Specs.Single().Requirements.Single().Text);
        }
    }

    [TestMethod]
    [TestCategory("spec-reading.FORMAT.1")]
    [DataRow("")]
    [DataRow("components:\n")]
    [DataRow("components: {}\nconstraints: ~\n")]
    [DataRow("extra:\n  anything: [1, 2]\ncomponents:\n  A:\n    color: red\n    requirements: {}\n")]
    public void A_spec_without_requirements_is_one(string rest)
    {
        Assert.IsEmpty(Read(Head + rest, out var findings)!.Requirements);
        Assert.IsEmpty(findings);
    }

    [TestMethod]
    [TestCategory("spec-reading.ERROR.1")]
    [TestCategory("spec-reading.ERROR.3")]
    [TestCategory("spec-reading.ERROR.4")]
    [TestCategory("spec-reading.ERROR.5")]
    [DataRow("feature:\n  product: p\n", "SPUSH1005 2:3", "no 'name'")]
    [DataRow("feature:\n  name: a\n", "SPUSH1005 2:3", "no 'product'")]
    [DataRow("feature:\n  name: a\n  product:\n", "SPUSH1005 2:3", "no 'product'")]
    [DataRow("feature: x\n", "SPUSH1013 1:10", "mapping")]
    [DataRow("feature:\n  name: a b\n  product: p\n", "SPUSH1006 2:9", "'a b'")]
    [DataRow("feature:\n  name: a\n  product: my.product\n", "SPUSH1006 3:12", "my.product")]
    [DataRow("feature:\n  name: [a]\n  product: p\n", "SPUSH1013 2:9", "text")]
    [DataRow(Head + "  description: [x]\n", "SPUSH1013 4:16", "text")]
    [DataRow(Head + "  prerequisites: {x: y}\n", "SPUSH1013 4:18", "list")]
    [DataRow(Head + "components: [A]\n", "SPUSH1013 4:13", "groups")]
    [DataRow(Head + "components:\n  A: text\n", "SPUSH1013 5:6", "mapping")]
    [DataRow(Head + "components:\n  A:\n    requirements:\n      - x\n", "SPUSH1013 7:7", "IDs")]
    [DataRow(Head + "components:\n  'A B':\n    1: x\n", "SPUSH1013 5:3", "'A B'")]
    [DataRow(Head + "components:\n  A:\n    1: x\n  A:\n    2: y\n", "SPUSH1009 7:3", "line 5")]
    [DataRow(Head + "components:\n  A:\n    1: x\nconstraints:\n  A:\n    2: y\n", "SPUSH1009 8:3", "line 5")]
    [DataRow(Head + "components:\n  A:\n    1: x\n    1: y\n", "SPUSH1009 7:5", "line 6")]
    [DataRow(Head + "components:\n  A:\n    1: x\n    requirements:\n      1: y\n", "SPUSH1009 8:7", "line 6")]
    [DataRow(Head + "components:\n  A:\n    1: x\ncomponents:\n  B:\n    1: x\n", "SPUSH1009 7:1", "line 4")]
    [DataRow(Head + "components:\n  A:\n    requirements:\n      1-1-1: x\n", "SPUSH1010 7:7", "1-1-1")]
    [DataRow(Head + "components:\n  A:\n    1-0: x\n", "SPUSH1010 6:5", "1-0")]
    [DataRow(Head + "components:\n  A:\n    requirements:\n      one: x\n", "SPUSH1010 7:7", "one")]
    [DataRow(Head + "components:\n  A:\n    1:\n", "SPUSH1014 6:5", "no text")]
    [DataRow(Head + "components:\n  A:\n    1: '  '\n", "SPUSH1014 6:5", "no text")]
    [DataRow(Head + "components:\n  A:\n    1: [x]\n", "SPUSH1013 6:8", "a text")]
    [DataRow(Head + "components:\n  A:\n    1:\n      note: x\n", "SPUSH1005 7:7", "'requirement'")]
    [DataRow(Head + "components:\n  A:\n    1:\n      requirement: x\n      deprecated: maybe\n", "SPUSH1013 8:19", "true or false")]
    [DataRow(Head + "components:\n  A:\n    1:\n      requirement: x\n      replaced_by: {a: b}\n", "SPUSH1013 8:20", "list")]
    [DataRow(Head + "components:\n  A:\n    1: Supports IDLE state: dormant\n", "SPUSH1001 6:", "': '")]
    [DataRow(Head + "components:\n  A:\n    1: `states` must\n", "SPUSH1001 6:8", "quotes")]
    [DataRow(Head + "components:\n  A:\n    1: *runtime* is\n", "SPUSH1001 6:", "quotes")]
    [DataRow(Head + "components:\n\tA:\n", "SPUSH1001 5:", "tabs")]
    [DataRow(Head + "components:\n  A:\n    1: \"open\n", "SPUSH1001 ", "valid YAML")]
    public void What_is_wrong_is_shown_at_its_place(string text, string codeAndPlace, string message)
    {
        Assert.IsNull(Read(text, out var findings));
        var finding = findings.Single(static finding => finding.Severity == Severity.Error);
        StringAssert.StartsWith($"{finding.Code} {finding.Location!.Line}:{finding.Location.Column}", codeAndPlace);
        StringAssert.Contains(finding.Message, message);
        Assert.AreEqual("features/a.feature.yaml", finding.Location.Path);
    }

    [TestMethod]
    [TestCategory("spec-reading.WARNING.1")]
    [TestCategory("spec-reading.WARNING.2")]
    [TestCategory("spec-reading.WARNING.3")]
    [TestCategory("spec-reading.WARNING.4")]
    [TestCategory("spec-reading.WARNING.5")]
    [TestCategory("spec-reading.WARNING.9")]
    [TestCategory("spec-reading.FORMAT.4")]
    [DataRow(Head + "  version: 1.0\n", "SPUSH1007 4:12", "'1.0'")]
    [DataRow(Head + "  version: 1.0.0-beta.3\n", "SPUSH1007 4:12", "1.0.0-beta.3")]
    [DataRow(Head + "  name: a\n", "SPUSH1008 4:3", "line 2")]
    [DataRow(Head + "components:\n  A:\n    2_1: x\n", "SPUSH1011 6:5", "2-1")]
    [DataRow(Head + "components:\n  group:\n    1: x\n", "SPUSH1012 5:3", "'group'")]
    [DataRow(Head + "components:\n  1A:\n    1: x\n", "SPUSH1012 5:3", "'1A'")]
    [DataRow(Head + "components:\n  A:\n    1: x\n    4-note: y\n", "SPUSH1015 7:5", "no A.4")]
    [DataRow(Head + "components:\n  A:\n    1:\n      requirement: x\n      1-note: y\n", "SPUSH1016 8:7", "1-note")]
    [DataRow(Head + "components:\n  A:\n    1: Fixes issues #38 and #39\n", "SPUSH1021 6:8", "#38 and #39")]
    [DataRow(Head + "componets:\n  A:\n    1: x\n", "SPUSH1022 4:1", "components")]
    [DataRow(Head + "components:\n  A:\n    requirments:\n      1: x\n", "SPUSH1022 6:5", "requirements")]
    [DataRow("feature:\n  name: a\n  product: p\n  desciption: x\n", "SPUSH1022 4:3", "description")]
    [DataRow(Head + "components:\n  A:\n    1:\n      requirement: x\n      replaced_by: [a.B.9]\n", "SPUSH1023 6:5", "a.B.9")]
    [DataRow(Head + "---\nother: true\n", "SPUSH1024 5:1", "first document")]
    public void What_is_odd_is_shown_and_pushed(string text, string codeAndPlace, string message)
    {
        Assert.IsNotNull(Read(text, out var findings));
        var finding = findings.Single();
        Assert.AreEqual((Severity.Warning, codeAndPlace), (finding.Severity, $"{finding.Code} {finding.Location!.Line}:{finding.Location.Column}"));
        StringAssert.Contains(finding.Message, message);
    }

    [TestMethod]
    [TestCategory("spec-reading.WARNING.3")]
    [DataRow("1: Text # an ordinary comment")]
    [DataRow("1: 'Quoted #38'")]
    [DataRow("1: No space#38")]
    [DataRow("1: Text ## loud comment")]
    public void An_ordinary_comment_is_none_of_our_business(string line)
    {
        Read(Head + $"components:\n  A:\n    {line}\n", out var findings);
        Assert.IsEmpty(findings);
    }

    [TestMethod]
    [TestCategory("spec-reading.WARNING.8")]
    public void What_exceeds_the_hosted_limits_is_a_warning()
    {
        var many = Head + "components:\n  A:\n" + string.Concat(Enumerable.Range(1, 101).Select(static number => $"    {number}: x\n"));
        Assert.HasCount(101, Read(many, out var findings)!.Requirements);
        Assert.AreEqual(("SPUSH1020", 106), (findings.Single().Code, findings.Single().Location!.Line));

        Read(Head + $"  description: {new string('x', 2_501)}\n", out findings);
        Assert.AreEqual("SPUSH1020", findings.Single().Code);
        Read(Head + $"components:\n  A:\n    1: {new string('x', 1_001)}\n", out findings);
        Assert.AreEqual("SPUSH1020", findings.Single().Code);
        Read(Head + $"components:\n  A:\n    1: {string.Concat(Enumerable.Repeat("👩‍👩‍👧", 1_000))}\n", out findings);
        Assert.IsEmpty(findings);
    }

    [TestMethod]
    [TestCategory("spec-reading.ERROR.2")]
    [TestCategory("spec-reading.ERROR.6")]
    [TestCategory("spec-reading.WARNING.6")]
    [TestCategory("spec-reading.WARNING.7")]
    [TestCategory("spec-reading.FOREIGN.1")]
    public void Files_are_compared_and_do_not_touch_each_other()
    {
        var reading = SpecReader.ReadAll(
            [
                File("features/c.feature.yaml", Head),
                File("features/broken.feature.yaml", "feature: ["),
                File("features/a.feature.yaml", Head),
                File("features/x/a.feature.yaml", Head.Replace("product: p", "product: q", StringComparison.Ordinal)),
                File("features/foreign.feature.yaml", "logicSpec: 1\n"),
                File("features/empty.feature.yaml", ""),
            ],
            CancellationToken.None);
        CollectionAssert.AreEqual(new[] { "features/a.feature.yaml", "features/x/a.feature.yaml" }, reading.Specs.Select(static spec => spec.Path).ToArray());
        CollectionAssert.AreEquivalent(
            new[]
            {
                "SPUSH1001 features/broken.feature.yaml", "SPUSH1017 features/c.feature.yaml", "SPUSH1018 features/c.feature.yaml", "SPUSH1019 features/x/a.feature.yaml",
                "SPUSH1004 features/foreign.feature.yaml", "SPUSH1004 features/empty.feature.yaml",
            },
            reading.Findings.Select(static finding => $"{finding.Code} {finding.Location!.Path}").ToArray());
        StringAssert.Contains(reading.Findings.Single(static finding => finding.Code == "SPUSH1018").Message, "features/a.feature.yaml");
        Assert.AreEqual(Severity.Message, reading.Findings.First(static finding => finding.Code == "SPUSH1004").Severity);
    }

    [TestMethod]
    [TestCategory("spec-reading.SAFETY.1")]
    public void Hostile_files_cost_one_finding()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 12).Select(static level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n")) + Head;
        string[] codes = ["SPUSH1003", "SPUSH1003", "SPUSH1003", "SPUSH1002", "SPUSH1001", "SPUSH1001"];
        ReadOnlyMemory<byte>[] contents =
        [
            Encoding.UTF8.GetBytes(bomb),
            Encoding.UTF8.GetBytes(Head + "x: " + new string('[', 5_000)),
            Encoding.UTF8.GetBytes(Head + new string('#', 10_000_000)),
            (byte[])[.. "feature:\n  name: "u8, 0xFF, 0xFE],
            Encoding.UTF8.GetBytes(Head + "x: *nowhere\n"),
            Encoding.UTF8.GetBytes(Head + "? [a, b]\n: c\n"),
        ];
        for (var index = 0; index < contents.Length; index++)
        {
            var reading = SpecReader.ReadAll([new SpecFile("features/a.feature.yaml", contents[index])], CancellationToken.None);
            Assert.AreEqual(codes[index], reading.Findings.Single().Code, $"{index}");
            Assert.IsEmpty(reading.Specs);
        }
    }

    [TestMethod]
    [TestCategory("spec-reading.SAFETY.1")]
    public void Tags_create_nothing()
    {
        Assert.IsNotNull(Read(Head + "x: !!python/object/apply:os.system ['true']\ny: !<tag:yaml.org,2002:binary> AAAA\n", out var findings));
        Assert.IsEmpty(findings);
    }

    [TestMethod]
    [TestCategory("spec-reading.SAFETY.1")]
    public void Random_changes_never_break_the_reading()
    {
        var random = new Random(7);
        var valid = Encoding.UTF8.GetBytes(Head + "components:\n  A:\n    requirements:\n      1: \"x\"\n      2: {requirement: y, note: z}\n      3: |\n        b\n");
        for (var round = 0; round < 20_000; round++)
        {
            var content = valid.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                content[random.Next(content.Length)] = (byte)":-#'\"[]{}&*!|>%@`?,\n\t \u0000aZ1\u00ff"[random.Next(26)];
            }

            var reading = SpecReader.ReadAll([new SpecFile("features/a.feature.yaml", content)], CancellationToken.None);
            foreach (var finding in reading.Findings)
            {
                Assert.IsTrue(finding.Location is { Line: >= 0, Column: >= 0 });
            }
        }
    }

    private static Spec? Read(string text, out Finding[] findings)
    {
        var reading = SpecReader.ReadAll([File("features/a.feature.yaml", text)], CancellationToken.None);
        findings = [.. reading.Findings];
        return reading.Specs.SingleOrDefault();
    }

    private static SpecFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}

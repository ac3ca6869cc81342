using System.Text;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.Tests.Specs;

/// <summary>Reads specs from strings, and formats findings like compiler messages.</summary>
internal static class SpecText
{
    public const string Path = "features/auth-feature.feature.yaml";

    /// <summary>Six lines before a requirement on line seven, column seven.</summary>
    public const string Head = "feature:\n  name: auth-feature\n  product: shop\ncomponents:\n  LOGIN:\n    requirements:\n";

    public static SpecReading Read(string yaml, string path = Path) => Read(Encoding.UTF8.GetBytes(yaml), path);

    public static SpecReading Read(byte[] content, string path = Path) => Read(new SpecFile(path, content));

    public static SpecReading Read(params SpecFile[] files) => SpecReader.ReadAll(files, CancellationToken.None);

    public static SpecFile File(string path, string yaml) => new(path, Encoding.UTF8.GetBytes(yaml));

    /// <summary>The only spec in a text without findings.</summary>
    public static Spec ReadClean(string yaml)
    {
        var reading = Read(yaml);
        reading.Has();
        return reading.Specs.Single();
    }

    /// <summary>
    /// Asserts all findings, each as <c>path(line,column): severity code</c>, with the path only for other files, followed by texts that its
    /// message must contain, each after <c>|</c>. The complete messages are in <c>Expected/messages.txt</c>.
    /// </summary>
    public static void Has(this SpecReading reading, params string[] expected)
    {
        var all = string.Join('\n', reading.Findings.Select(Write));
        Assert.HasCount(expected.Length, reading.Findings, all);
        foreach (var (finding, expectation) in reading.Findings.Zip(expected))
        {
            Assert.IsTrue(Fits(finding, expectation), $"{expectation}\n{all}");
        }
    }

    /// <summary>Asserts that this is one of the findings.</summary>
    public static void HasAmongOthers(this SpecReading reading, string expected) =>
        Assert.IsTrue(reading.Findings.Any(finding => Fits(finding, expected)), $"{expected}\n{string.Join('\n', reading.Findings.Select(Write))}");

    private static bool Fits(Finding finding, string expected)
    {
        var written = Write(finding);
        var parts = expected.Split(" | ");
        return written.StartsWith($"{parts[0]}: ", StringComparison.Ordinal) && parts.Skip(1).All(fact => finding.Message.Contains(fact, StringComparison.Ordinal));
    }

    private static string Write(Finding finding)
    {
        var place = finding.Location!;
        var path = place.Path == Path ? "" : place.Path;
        return $"{path}({place.Line},{place.Column}): {finding.Severity.ToString().ToLowerInvariant()} {finding.Code}: {finding.Message}";
    }
}

using System.Text;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.Tests.Specs;

/// <summary>Reads specs from strings, and writes findings as a compiler would.</summary>
internal static class SpecText
{
    public const string Path = "features/auth-feature.feature.yaml";

    /// <summary>Six lines in front of a requirement in line seven, column seven.</summary>
    public const string Head = "feature:\n  name: auth-feature\n  product: shop\ncomponents:\n  LOGIN:\n    requirements:\n";

    public static SpecReading Read(string yaml, string path = Path) => Read(Encoding.UTF8.GetBytes(yaml), path);

    public static SpecReading Read(byte[] content, string path = Path) => Read(new SpecFile(path, content));

    public static SpecReading Read(params SpecFile[] files) => SpecReader.ReadAll(files, CancellationToken.None);

    public static SpecFile File(string path, string yaml) => new(path, Encoding.UTF8.GetBytes(yaml));

    /// <summary>The only spec of a text, in which there is nothing to find.</summary>
    public static Spec ReadClean(string yaml)
    {
        var reading = Read(yaml);
        reading.Has();
        return reading.Specs.Single();
    }

    /// <summary>Asserts all findings, each as <c>path(line,column): severity code: message</c>, the path only if it is another.</summary>
    public static void Has(this SpecReading reading, params string[] expected) =>
        Assert.AreEqual(string.Join('\n', expected), string.Join('\n', Write(reading)));

    public static IEnumerable<string> Write(SpecReading reading) => reading.Findings.Select(Write);

    private static string Write(Finding finding)
    {
        var place = finding.Location!;
        var path = place.Path == Path ? "" : place.Path;
        return $"{path}({place.Line},{place.Column}): {finding.Severity.ToString().ToLowerInvariant()} {finding.Code}: {finding.Message}";
    }
}

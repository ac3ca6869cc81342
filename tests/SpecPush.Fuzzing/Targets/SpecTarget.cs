using System.Text;
using SpecPush.Findings;
using SpecPush.Specs;

namespace SpecPush.Fuzzing.Targets;

/// <summary>A <c>feature.yaml</c>, from its bytes to a spec.</summary>
internal sealed class SpecTarget : FuzzTarget
{
    private static readonly string[] Specs =
    [
        "feature:\n  name: auth-feature\n  product: shop\n  description: Signs people in\n  version: 1.2.0\n  prerequisites: [cart, other]\ncomponents:\n  LOGIN:\n    name: Login\n    description: Form\n    requirements:\n      1: \"Works\"\n      1-note: |\n        Always\n      1-1: >-\n        Also\n        here\n      2: {requirement: Worked, deprecated: true, replaced_by: [auth-feature.LOGIN.1]}\nconstraints:\n  SAFE:\n    1: 'It is safe'\n",
        "feature: {name: cart, product: shop}\ncomponents: {A: {1: x, 2: {requirement: y, deprecated: true}}}\n",
        "%YAML 1.1\n---\nfeature: &f\n  name: !!str cart\n  product: \"sh\\u006fp\"\ncomponents: &a\n  A:\n    1: one\nconstraints:\n  <<: *a\n  ? B\n  : 1: two\n...\n---\nother: 1\n",
        "# comment\r\nfeature:\r\n  name: cart\r\n  product: shop\r\ncomponents:\r\n  A:\r\n    requirements:\r\n      - one\r\n      - two\r\n",
    ];

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Specs.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Specs[1])],
        [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Specs[1])],
        [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Specs[1])],
        [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Specs[1])],
    ];

    public override IReadOnlyList<string> Words =>
    [
        "feature:", "name: ", "product: ", "components:", "constraints:", "requirements:", "description: ", "prerequisites: ", "version: ", "deprecated: true", "replaced_by: ", "1: ", "1-1: ", "1-note: ",
        "\n  ", "\n    ", "&a ", "*a", "!!str ", "!!binary ", "!x ", "|\n", ">-\n", "? ", "<<: *a", " # ", "---\n", "...\n", "%YAML 1.1\n", "%TAG ! x\n", "`", "\\U0011FFFF", "\\x", "2024-01-01", "0x1F", ".nan", "~",
    ];

    public override void Read(byte[] input)
    {
        var (spec, findings, _) = SpecFileReader.Read(new SpecFile("features/a.feature.yaml", input));
        // The last bytes of all characters that end a line in YAML, in any encoding.
        var lines = input.Count(static value => value is (byte)'\n' or (byte)'\r' or 0x85 or 0x28 or 0x29 or 0x20 or 0xA8 or 0xA9) + 1;
        Require.That(spec is null == (findings.IsEmpty ? spec is null : findings.Any(static finding => finding.Severity == Severity.Error) || spec is null), "A spec in spite of an error.");
        foreach (var finding in findings)
        {
            Require.OneLine(finding.Message);
            Require.That(finding.Location is { Line: >= 0, Column: >= 0 } place && place.Line <= lines, $"{finding.Location} is not in the file.");
        }

        foreach (var requirement in spec?.Requirements ?? [])
        {
            Require.That(requirement.Acid.All(static character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_'), $"{requirement.Acid} is not an ID.");
        }
    }
}

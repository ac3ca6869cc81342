using System.Collections.Frozen;
using System.Text;
using SpecPush.References.Text;

namespace SpecPush.Fuzzing.Targets;

/// <summary>Any file of a checkout, in whatever encoding, of which references are wanted.</summary>
internal sealed class SourceFileTarget : FuzzTarget
{
    private static readonly FrozenSet<string> Groups = FrozenSet.Create(StringComparer.Ordinal, "cart.LINES", "a.B");

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. new[] { "// cart.LINES.1 cart.LINES.1\n// cart.LINES and a.B.2-1\r\n\rx.Y.3", "generated-by: specpush\ncart.LINES.1", "a.B\0" }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("// cart.LINES.1\n")],
        [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("// cart.LINES.1\n")],
    ];

    public override IReadOnlyList<string> Words => ["cart.LINES", ".1", "a.B", "\n", "generated-by: specpush"];

    public override void Read(byte[] input)
    {
        var found = new FoundReferences(Groups);
        using var scanner = new FileScanner("/", found);
        scanner.Scan("src/Cart.cs", new MemoryStream(input), CancellationToken.None);
        var lines = input.Count(static value => value is (byte)'\n' or (byte)'\r') + 1;
        foreach (var reference in found.References.Concat(found.Partial))
        {
            Require.That(reference.Line >= 1 && reference.Line <= lines, $"Line {reference.Line} of {lines}.");
            Require.OneLine(reference.Acid);
        }
    }
}

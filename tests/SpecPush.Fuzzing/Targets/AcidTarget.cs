using System.Text;
using System.Text.RegularExpressions;
using SpecPush.Acids;

namespace SpecPush.Fuzzing.Targets;

/// <summary>The search for IDs, against the official pattern.</summary>
internal sealed partial class AcidTarget : FuzzTarget
{
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. new[] { "// cart.A.1 and my-feature.GROUP_2.1-2, a.b.C.1.2 or x_y.Z.9_9", "a.B.1-a.B.1a-b.C.1-1-1.D.2", "cart.LINES cart.LINES. cart.LINES.1", "é.A.1é a.A.1é" }.Select(Encoding.UTF8.GetBytes),
    ];

    public override IReadOnlyList<string> Words => [".A.1", ".A.1-1", "-1", "_", "a.A", ".", "A.1.", "-", "1"];

    public override int MaxLength => 256;

    public override void Read(byte[] input)
    {
        var expected = Official.EnumerateMatches(Encoding.Latin1.GetString(input));
        var scanner = new AcidScanner(input);
        while (expected.MoveNext())
        {
            Require.That(scanner.MoveNext() && scanner.Start == expected.Current.Index && scanner.End == expected.Current.Index + expected.Current.Length, "The official pattern finds something else.");
        }

        Require.That(!scanner.MoveNext(), "The official pattern finds less.");
        var groups = new AcidScanner(input, includeGroups: true);
        var end = 0;
        while (groups.MoveNext())
        {
            Require.That(groups.Start < groups.End && groups.End > end, "The search goes backwards.");
            end = groups.End;
        }
    }

    [GeneratedRegex(@"\b[A-Za-z0-9_-]+\.[A-Z][A-Z0-9_-]*\.[0-9]+(-[0-9]+)?\b", RegexOptions.ECMAScript)]
    private static partial Regex Official { get; }
}

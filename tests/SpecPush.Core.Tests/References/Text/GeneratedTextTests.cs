using System.Collections.Frozen;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using SpecPush.References.Text;

namespace SpecPush.Tests.References.Text;

/// <summary>Compares the scanner with the official pattern, byte for byte.</summary>
[TestClass]
public sealed partial class GeneratedTextTests
{
    private const int BlockSize = 4200;

    private static readonly string[] Words =
        ["cart.LINES.1", "cart.LINES.1-2", "a.B", ".", "-", "_", "\n", "\r\n", "\r", " ", "x", "X", "7", ".A", "Aa.Bb", "\u00E4", "\0"];

    private static readonly string[] LineEnds = ["\r\n", "\r", "\n"];

    private static readonly Gen<byte[]> Text = Gen.OneOf(
            Gen.Int[0, Words.Length - 1].Select(static word => Encoding.UTF8.GetBytes(Words[word])),
            Gen.Byte.Array[0, 40],
            Gen.Char["aZ09_-. \n"].Array[0, 70].Select(static characters => Encoding.ASCII.GetBytes(characters)))
        .Array[0, 400].Select(static pieces => pieces.SelectMany(static piece => piece).ToArray());

    [TestMethod]
    [TestCategory("text-references.MATCH.1")]
    [TestCategory("text-references.MATCH.2")]
    [TestCategory("text-references.MATCH.3")]
    public void Any_bytes_give_the_same_matches_as_the_official_pattern() =>
        Text.Sample(static bytes => Scan(bytes).SequenceEqual(Official(bytes)), iter: 3000);

    [TestMethod]
    [TestCategory("text-references.MATCH.1")]
    public void Every_file_in_the_history_gives_the_same_matches_as_the_official_pattern()
    {
        var root = SourceTree.Root;
        if (!Path.Exists(Path.Combine(root, ".git")))
        {
            Assert.Inconclusive("This is no checkout of git, so it has no history.");
        }

        var files = 0;
        foreach (var bytes in Blobs(root))
        {
            files++;
            CollectionAssert.AreEqual(Official(bytes), Scan(bytes));
        }

        Assert.IsGreaterThan(100, files);
    }

    private static string[] Scan(byte[] bytes)
    {
        var found = new FoundReferences(FrozenSet<string>.Empty);
        var references = new LineReferences(found);
        references.Begin("a.txt");
        FileScanner.ScanBlocks(new MemoryStream(bytes), new byte[BlockSize], 0, references, CancellationToken.None);
        return [.. found.References.Select(static reference => $"{reference.Acid}:{reference.Line}")];
    }

    // One character per byte, so that nothing is decoded.
    private static string[] Official(byte[] bytes) =>
    [
        .. Encoding.Latin1.GetString(bytes).Split(LineEnds, StringSplitOptions.None).SelectMany(static (line, index) =>
            OfficialPattern.Matches(line).Select(static match => match.Value).Distinct().Select(acid => $"{acid}:{index + 1}")),
    ];

    private static IEnumerable<byte[]> Blobs(string root)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", root, "cat-file", "--batch", "--batch-all-objects", "--unordered"]) { RedirectStandardOutput = true })!;
        using var output = new BufferedStream(git.StandardOutput.BaseStream, 1 << 16);
        while (Header(output) is [_, var type, var size])
        {
            var content = new byte[int.Parse(size, System.Globalization.CultureInfo.InvariantCulture)];
            output.ReadExactly(content);
            output.ReadByte();
            if (type == "blob")
            {
                yield return content;
            }
        }

        git.WaitForExit();
    }

    private static string[] Header(Stream output)
    {
        var line = new StringBuilder();
        for (int value; (value = output.ReadByte()) is not (-1 or '\n');)
        {
            line.Append((char)value);
        }

        return line.ToString().Split(' ');
    }

    [GeneratedRegex(@"\b[A-Za-z0-9_-]+\.[A-Z][A-Z0-9_-]*\.[0-9]+(-[0-9]+)?\b", RegexOptions.ECMAScript)]
    private static partial Regex OfficialPattern { get; }
}

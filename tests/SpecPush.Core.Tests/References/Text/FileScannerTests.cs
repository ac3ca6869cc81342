using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using SpecPush.References.Text;

namespace SpecPush.Tests.References.Text;

[TestClass]
public sealed partial class FileScannerTests
{
    private static readonly string[] LineEnds = ["\r\n", "\r", "\n"];

    [TestMethod]
    [TestCategory("text-references.MATCH.4")]
    [TestCategory("text-references.MATCH.5")]
    public void Blocks_of_any_size_give_the_same_matches_as_the_official_pattern_line_by_line()
    {
        string[] words = ["cart.LINES.1", "cart.LINES.1-2", "x", ".", "-", "\n", " ", "ä", "stock.ALL.7;", "\r\n", "\r", "a.B", "\"cart.LINES.3\","];
        var random = new Random(20261124);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 6000)).Select(_ => words[random.Next(words.Length)]));
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
            CollectionAssert.AreEqual(Official(text), Scan(stream, random.Next(4200, 9000)), text);
        }
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.4")]
    [DataRow("\n", 3)]
    [DataRow("\r\n", 3)]
    [DataRow("\r", 3)]
    [DataRow("\r\r\n", 5)]
    [DataRow("\n\r", 5)]
    public void A_line_end_of_any_kind_counts_once_wherever_a_block_ends(string end, int line)
    {
        const int Block = 4200;
        for (var length = Block - 4; length < Block + 4; length++)
        {
            var text = $"{new string(' ', length)}{end}cart.LINES.1{end}cart.LINES.1";
            using var stream = new MemoryStream(Encoding.ASCII.GetBytes(text));
            CollectionAssert.AreEqual(new[] { $"cart.LINES.1:{(line + 1) / 2}", $"cart.LINES.1:{line}" }, Scan(stream, Block));
        }
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.5")]
    public void A_word_longer_than_a_block_does_not_hide_the_name_after_it_and_does_not_end_in_one()
    {
        var text = $"cart.LINES.1 {new string('x', 50_000)}cart.LINES.2 cart.LINES.3";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        CollectionAssert.AreEqual(new[] { "cart.LINES.1:1", "cart.LINES.3:1" }, Scan(stream, 5000));

        using var dotted = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 3000).Select(static number => $"cart.LINES.{number}."))));
        Assert.HasCount(3000, Scan(dotted, 5000));
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.5")]
    public void A_huge_file_of_one_line_costs_one_block_of_memory()
    {
        const int Length = 300_000_000;
        using var stream = new EndlessLine(Length, "lorem ipsum {\"a\":\"cart.LINES.1\"},");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Scan(stream, 256 * 1024);
        Assert.IsLessThan(20_000_000, GC.GetAllocatedBytesForCurrentThread() - before - stream.Matches * 64L);
        Assert.AreEqual("cart.LINES.1:1", found.Single());
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.4")]
    [DataRow(false)]
    [DataRow(true)]
    public void Utf16_is_read_in_blocks_too(bool bigEndian)
    {
        using var folder = new TemporaryFolder();
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        folder.Write("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes("ä\n" + new string(' ', 400_000) + "cart.LINES.1\ncart.LINES.2")]);
        var found = new FoundReferences(FrozenSet<string>.Empty);
        using var scanner = new FileScanner(folder.Path, found);
        scanner.Scan("a.txt", expected: null, CancellationToken.None);
        CollectionAssert.AreEqual(new[] { "cart.LINES.1:2", "cart.LINES.2:3" }, Render(found));
    }

    [TestMethod]
    [TestCategory("text-references.MATCH.4")]
    [TestCategory("text-references.MATCH.5")]
    public void Utf16_that_git_hands_over_costs_one_block_of_memory()
    {
        const int Length = 60_000_000;
        using var stream = new EndlessLine(Length, "\uFEFFlorem ipsum dolor sit amet, consetetur \n", Encoding.Unicode);
        var found = new FoundReferences(FrozenSet<string>.Empty);
        using var scanner = new FileScanner("", found);
        var before = GC.GetAllocatedBytesForCurrentThread();
        scanner.Scan("a.txt", stream, CancellationToken.None);
        Assert.IsLessThan(20_000_000, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.AreEqual(Length, stream.Position);
    }

    private static string[] Scan(Stream stream, int blockSize)
    {
        var found = new FoundReferences(FrozenSet<string>.Empty);
        var references = new LineReferences(found);
        references.Begin("a.txt");
        FileScanner.ScanBlocks(stream, new byte[blockSize], 0, references, CancellationToken.None);
        return Render(found);
    }

    private static string[] Render(FoundReferences found) => [.. found.References.Select(static reference => $"{reference.Acid}:{reference.Line}")];

    private static string[] Official(string text) =>
    [
        .. text.Split(LineEnds, StringSplitOptions.None).SelectMany(static (line, index) =>
            OfficialPattern.Matches(line).Select(static match => match.Value).Distinct().Select(acid => $"{acid}:{index + 1}")),
    ];

    [GeneratedRegex(@"\b[A-Za-z0-9_-]+\.[A-Z][A-Z0-9_-]*\.[0-9]+(-[0-9]+)?\b", RegexOptions.ECMAScript)]
    private static partial Regex OfficialPattern { get; }

    /// <summary>The same text again and again.</summary>
    private sealed class EndlessLine(long length, string text, Encoding? encoding = null) : Stream
    {
        private readonly byte[] _text = (encoding ?? Encoding.UTF8).GetBytes(text);
        private long _position;

        public long Matches => _position / _text.Length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - _position);
            for (var index = 0; index < count; index++)
            {
                buffer[index] = _text[(_position + index) % _text.Length];
            }

            _position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

using System.Buffers;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Files;

namespace SpecPush.References.Text;

/// <summary>Finds the references in one file after another. Files of any size need only a few blocks of memory.</summary>
/// <param name="root">The repository root.</param>
/// <param name="found">What is found is added to this.</param>
internal sealed class FileScanner(string root, FoundReferences found) : IDisposable
{
    private const int BlockSize = 256 * 1024;

    // As git decides what is binary: a NUL among the first bytes.
    private const int BinaryCheckLength = 8000;

    private const int ByteOrderMarkLength = 2;

    // Far longer than what the server takes: 255 characters for a feature's name, and a group and a number with as much sense.
    private const int MaxAcid = 4096;

    private static readonly SearchValues<byte> OfAcids = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8);

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
    private readonly SmallFiles _smallFiles = new(root);
    private readonly LineReferences _references = new(found);

    /// <summary>Adds the file's references.</summary>
    /// <param name="path">The file, relative to the root.</param>
    /// <param name="expected">What the file should hold; null if that does not matter.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    /// <returns>Whether the file held what was expected.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public bool Scan(string path, BlobId? expected, CancellationToken cancellationToken)
    {
        var length = _smallFiles.Read(path, _buffer);
        if (length < 0 || IsUtf16(_buffer.AsSpan(0, length)))
        {
            return ScanStream(path, expected, cancellationToken);
        }

        if (IsText(_buffer.AsSpan(0, length)))
        {
            _references.Begin(path);
            _references.AddLast(_buffer.AsSpan(0, length), isContinued: false);
        }

        return expected?.Names(_buffer.AsSpan(0, length)) == true;
    }

    /// <summary>Adds the references of a file with this content, wherever it comes from.</summary>
    public void Scan(string path, Stream content, CancellationToken cancellationToken)
    {
        var length = content.ReadAtLeast(_buffer, BinaryCheckLength, throwOnEndOfStream: false);
        var head = _buffer.AsSpan(0, length);
        _references.Begin(path);
        if (IsUtf16(head))
        {
            using var text = Encoding.CreateTranscodingStream(AfterMark(content, head), EncodingOf(head), Encoding.UTF8, leaveOpen: true);
            ScanBlocks(text, _buffer, 0, _references, cancellationToken);
        }
        else if (IsText(head))
        {
            ScanBlocks(content, _buffer, length, _references, cancellationToken);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private bool ScanStream(string path, BlobId? expected, CancellationToken cancellationToken)
    {
        using var stream = new HashedFile(Path.Combine(root, path), new FileStreamOptions
        {
            BufferSize = 0,
            Options = FileOptions.SequentialScan,
            Share = FileShare.ReadWrite | FileShare.Delete,
        }, expected);
        Scan(path, stream, cancellationToken);
        return stream.HeldWhatWasExpected;
    }

    // A block counts up to its last character that no ACID holds, so that none is cut; lines may be of any length, and words as well.
    internal static void ScanBlocks(Stream stream, byte[] buffer, int length, LineReferences references, CancellationToken cancellationToken)
    {
        var isContinued = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            var text = buffer.AsSpan(0, length);
            if (length < buffer.Length)
            {
                references.AddLast(text, isContinued);
                return;
            }

            var afterWord = text.LastIndexOfAnyExcept(OfAcids) + 1;
            var certain = afterWord > 0 ? afterWord : length - MaxAcid;
            var taken = references.Add(text, certain, isContinued);
            isContinued = afterWord == 0 && taken == certain;
            text[taken..].CopyTo(buffer);
            length -= taken;
        }
    }

    private static bool IsText(ReadOnlySpan<byte> head) => !head[..Math.Min(head.Length, BinaryCheckLength)].Contains((byte)0) && !OutputMarker.IsIn(head);

    private static Stream AfterMark(Stream content, ReadOnlySpan<byte> head)
    {
        var whole = content;
        if (!content.CanSeek)
        {
            whole = new MemoryStream();
            whole.Write(head);
            content.CopyTo(whole);
        }

        whole.Position = ByteOrderMarkLength;
        return whole;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static Encoding EncodingOf(ReadOnlySpan<byte> byteOrderMark) => byteOrderMark[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
}

using System.Buffers;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Files;

namespace SpecPush.References.Text;

/// <summary>Finds the references in files of any size, with a few blocks of memory.</summary>
/// <param name="root">The repository root.</param>
/// <param name="found">Receives the references.</param>
internal sealed class FileScanner(string root, FoundReferences found) : IDisposable
{
    private const int BlockSize = 256 * 1024;

    // Like git, which takes a file with a NUL among its first 8000 bytes for binary.
    private const int BinaryCheckLength = 8000;

    private const int ByteOrderMarkLength = 2;

    // Far longer than any real ACID: the server allows 255 characters for a feature's name.
    private const int MaxAcid = 4096;

    private static readonly SearchValues<byte> OfAcids = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8);

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
    private readonly SmallFiles _smallFiles = new(root);
    private readonly LineReferences _references = new(found);

    /// <summary>Adds the file's references.</summary>
    /// <param name="path">The file, relative to the root.</param>
    /// <param name="expected">The ID of the expected content; null if it does not matter.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    /// <returns>Whether the file had the expected content.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
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

    /// <summary>Adds the references of a file whose content comes from elsewhere.</summary>
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
        // On Windows every file comes here, and none of them is a pipe.
        if (!OperatingSystem.IsWindows() && !RegularFile.HasContent(Path.Combine(root, path)))
        {
            return false;
        }

        using var stream = new HashedFile(Path.Combine(root, path), new FileStreamOptions
        {
            BufferSize = 0,
            Options = FileOptions.SequentialScan,
            Share = FileShare.ReadWrite | FileShare.Delete,
        }, expected);
        Scan(path, stream, cancellationToken);
        return stream.HasExpectedContent;
    }

    // A block ends at the last character that cannot be part of an ACID, so that no ACID is cut. Lines and words can have any length.
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
        if (!content.CanSeek)
        {
            return new JoinedStream(head[ByteOrderMarkLength..].ToArray(), content);
        }

        content.Position = ByteOrderMarkLength;
        return content;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static Encoding EncodingOf(ReadOnlySpan<byte> byteOrderMark) => byteOrderMark[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
}

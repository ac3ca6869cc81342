using System.Buffers;
using System.Text;
using SpecPush.Files;

namespace SpecPush.References.Text;

/// <summary>Reads one file block by block and finds the references in it. Files of any size need only a few blocks of memory.</summary>
internal static class FileScanner
{
    private const int BlockSize = 256 * 1024;

    // As git decides what is binary: a NUL among the first bytes.
    private const int BinaryCheckLength = 8000;

    private const int ByteOrderMarkLength = 2;

    // Far longer than what the server takes: 255 characters for a feature's name, and a group and a number with as much sense.
    private const int MaxAcid = 4096;

    private static readonly SearchValues<byte> OfAcids = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8);

    /// <summary>Adds the file's references to <paramref name="found"/>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static void Scan(string root, string path, FoundReferences found, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(Path.Combine(root, path), new FileStreamOptions
        {
            BufferSize = 0,
            Options = FileOptions.SequentialScan,
            Share = FileShare.ReadWrite | FileShare.Delete,
        });
        var buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            var length = stream.ReadAtLeast(buffer, BinaryCheckLength, throwOnEndOfStream: false);
            var head = buffer.AsSpan(0, length);
            if (IsUtf16(head))
            {
                stream.Position = ByteOrderMarkLength;
                using var text = Encoding.CreateTranscodingStream(stream, EncodingOf(head), Encoding.UTF8, leaveOpen: true);
                ScanBlocks(text, buffer, 0, new LineReferences(path, found), cancellationToken);
                return;
            }

            if (head[..Math.Min(length, BinaryCheckLength)].Contains((byte)0) || OutputMarker.IsIn(head))
            {
                return;
            }

            ScanBlocks(stream, buffer, length, new LineReferences(path, found), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
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
                references.Add(text, text.Length, isContinued);
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

    private static bool IsUtf16(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static Encoding EncodingOf(ReadOnlySpan<byte> byteOrderMark) => byteOrderMark[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
}

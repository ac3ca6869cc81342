using System.Buffers;
using System.Text;
using SpecPush.Reporting;

namespace SpecPush.References.Text;

/// <summary>Reads one file block by block and finds the references in it. Files of any size need only a few blocks of memory.</summary>
internal static class FileScanner
{
    private const int BlockSize = 256 * 1024;

    // As git decides what is binary: a NUL among the first bytes.
    private const int BinaryCheckLength = 8000;

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
                stream.Position = 0;
                ScanUtf16(stream, path, found);
                return;
            }

            if (head[..Math.Min(length, BinaryCheckLength)].Contains((byte)0) || OutputMarker.IsIn(head))
            {
                return;
            }

            ScanBlocks(stream, ref buffer, length, new LineReferences(path, found), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void ScanBlocks(
        FileStream stream, ref byte[] buffer, int length, LineReferences references, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var atEnd = length < buffer.Length && (length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false)) < buffer.Length;
            var whole = atEnd ? length : buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            references.Add(buffer.AsSpan(0, whole));
            if (atEnd)
            {
                return;
            }

            buffer.AsSpan(whole, length - whole).CopyTo(buffer);
            length -= whole;
            if (whole == 0)
            {
                buffer = Grow(buffer);
            }
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static void ScanUtf16(FileStream stream, string path, FoundReferences found)
    {
        using var reader = new StreamReader(stream, Encoding.Unicode, detectEncodingFromByteOrderMarks: true);
        new LineReferences(path, found).Add(Encoding.UTF8.GetBytes(reader.ReadToEnd()));
    }
}

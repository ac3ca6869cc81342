using System.Globalization;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>Reads many git objects with one process, as streams, so that their size does not matter.</summary>
internal static class GitObjects
{
    private const string Blob = "blob";

    /// <summary>Passes each blob's content to <paramref name="read"/>, which need not read all of it.</summary>
    /// <returns>How many of the blobs the clone does not have.</returns>
    public static async Task<int> ReadAsync(Git git, IReadOnlyCollection<string> blobs, Action<string, Stream> read, CancellationToken cancellationToken)
    {
        if (blobs.Count == 0)
        {
            return 0;
        }

        var missing = blobs.Count;
        await git.RunAsync(["cat-file", "--batch", "--buffer"], string.Concat(blobs.Select(static blob => $"{blob}\n")), ReadAllAsync, cancellationToken);
        return missing;

        Task ReadAllAsync(Stream output)
        {
            missing = Read(new BufferedStream(output, 64 * 1024), blobs, read);
            return Task.CompletedTask;
        }
    }

    // git prints "<hash> <type> <size>\n<content>\n" for each object, or a line such as "<hash> missing".
    private static int Read(Stream output, IReadOnlyCollection<string> blobs, Action<string, Stream> read)
    {
        var missing = blobs.Count;
        foreach (var blob in blobs)
        {
            if (ReadLine(output) is not { } header)
            {
                break;
            }

            if (header.Split(' ') is not [_, var type, var size] || !long.TryParse(size, CultureInfo.InvariantCulture, out var length))
            {
                continue;
            }

            using var content = new PartOfStream(output, length);
            if (type == Blob)
            {
                read(blob, content);
            }

            content.CopyTo(Stream.Null);
            if (output.ReadByte() == '\n' && type == Blob)
            {
                missing--;
            }
        }

        return missing;
    }

    private static string? ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (int next; (next = stream.ReadByte()) >= 0;)
        {
            if (next == '\n')
            {
                return line.ToString();
            }

            line.Append((char)next);
        }

        return null;
    }
}

/// <summary>The next <paramref name="length"/> bytes of a stream.</summary>
internal sealed class PartOfStream(Stream stream, long length) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer[..(int)Math.Min(buffer.Length, length - _read)]);
        _read += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

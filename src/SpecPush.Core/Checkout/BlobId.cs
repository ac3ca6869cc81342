using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>Identifies a file's content as git does, by its hash. The first 16 bytes are enough to tell contents apart.</summary>
/// <param name="Start">The first 16 bytes of the hash.</param>
/// <param name="IsSha256">Whether the repository uses SHA-256 instead of SHA-1.</param>
internal readonly record struct BlobId(UInt128 Start, bool IsSha256)
{
    private const int DigitsOfSha1 = 40;
    private const int DigitsOfSha256 = 64;
    private const int DigitsOfStart = 32;

    /// <summary>Parses git's hexadecimal form; null if it is not valid.</summary>
    public static BlobId? Parse(ReadOnlySpan<byte> digits) =>
        digits.Length is DigitsOfSha1 or DigitsOfSha256 && UInt128.TryParse(digits[..DigitsOfStart], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var start)
            ? new BlobId(start, digits.Length == DigitsOfSha256)
            : null;

    /// <summary>Whether this is the ID of the content, either as it is or with CRLF converted to LF, as git may store it.</summary>
    public bool Names(ReadOnlySpan<byte> content)
    {
        if (IsOf(content))
        {
            return true;
        }

        if (content.IndexOf("\r\n"u8) < 0)
        {
            return false;
        }

        var normal = ArrayPool<byte>.Shared.Rent(content.Length);
        try
        {
            return IsOf(normal.AsSpan(0, WithoutReturns(content, normal)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(normal);
        }
    }

    /// <summary>Starts hashing content of a known length that arrives in pieces.</summary>
    public IncrementalHash Begin(long length)
    {
        // SHA-1 is git's own choice for repositories that were not created with --object-format=sha256.
        var hash = IncrementalHash.CreateHash(IsSha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {length}\0")));
        return hash;
    }

    /// <summary>Whether the completed hash is this ID.</summary>
    public bool IsEndOf(IncrementalHash hash)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(bytes);
        return Start == BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private bool IsOf(ReadOnlySpan<byte> content)
    {
        using var hash = Begin(content.Length);
        hash.AppendData(content);
        return IsEndOf(hash);
    }

    private static int WithoutReturns(ReadOnlySpan<byte> content, Span<byte> normal)
    {
        var length = 0;
        while (content.IndexOf("\r\n"u8) is >= 0 and var end)
        {
            content[..end].CopyTo(normal[length..]);
            length += end;
            content = content[(end + 1)..];
        }

        content.CopyTo(normal[length..]);
        return length + content.Length;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>Names a file's content as git does, by a hash of it. The first half of the hash tells contents apart as well as the whole.</summary>
/// <param name="Start">The first 16 bytes of the hash.</param>
/// <param name="IsSha256">Whether the repository hashes with SHA-256; else with SHA-1.</param>
internal readonly record struct BlobId(UInt128 Start, bool IsSha256)
{
    private const int DigitsOfSha1 = 40;
    private const int DigitsOfSha256 = 64;
    private const int DigitsOfStart = 32;

    /// <summary>The ID that git writes with these digits; null if it is none.</summary>
    public static BlobId? Parse(ReadOnlySpan<byte> digits) =>
        digits.Length is DigitsOfSha1 or DigitsOfSha256 && UInt128.TryParse(digits[..DigitsOfStart], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var start)
            ? new BlobId(start, digits.Length == DigitsOfSha256)
            : null;

    /// <summary>Whether this names the content, or what git makes of it where it turns the line ends of Windows into its own.</summary>
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

    /// <summary>Takes in content of a known length, piece by piece.</summary>
    public IncrementalHash Begin(long length)
    {
        // git names contents with SHA-1 wherever a repository was not made with SHA-256.
        var hash = IncrementalHash.CreateHash(IsSha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {length}\0")));
        return hash;
    }

    /// <summary>Whether this is the hash that was begun and is now complete.</summary>
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

using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace SpecPush.References.Manifests;

/// <summary>Compares a file with the checksum that the compiler recorded.</summary>
internal static class SourceChecksum
{
    public static string Compute(ReadOnlySpan<byte> content, ChecksumAlgorithm algorithm) => Convert.ToHexString(algorithm switch
    {
#pragma warning disable CA5350 // Do not use weak cryptographic algorithms: older compilers wrote SHA-1, and security does not depend on it here
        ChecksumAlgorithm.Sha1 => SHA1.HashData(content),
#pragma warning restore CA5350
        _ => SHA256.HashData(content),
    });

    /// <summary>
    /// Whether <paramref name="content"/> has the checksum, either as it is or with other line ends: git may convert them on checkout
    /// (<c>core.autocrlf</c>), and the assembly may come from another machine.
    /// </summary>
    public static bool Matches(byte[] content, ChecksumAlgorithm algorithm, string checksum)
    {
        return Has(content) || Has(WithLineFeeds(content)) || Has(WithCarriageReturns(content));

        bool Has(byte[] candidate) => Compute(candidate, algorithm).Equals(checksum, StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] WithLineFeeds(byte[] content)
    {
        var result = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\r' || i + 1 == content.Length || content[i + 1] != '\n')
            {
                result.Add(content[i]);
            }
        }

        return [.. result];
    }

    private static byte[] WithCarriageReturns(byte[] content)
    {
        var result = new List<byte>(content.Length + (content.Length / 16));
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' && (i == 0 || content[i - 1] != '\r'))
            {
                result.Add((byte)'\r');
            }

            result.Add(content[i]);
        }

        return [.. result];
    }
}

/// <summary>The hashes that compilers write into symbols.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChecksumAlgorithm>))]
internal enum ChecksumAlgorithm
{
    Sha1,
    Sha256,
}

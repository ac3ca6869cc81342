using System.Security.Cryptography;
using System.Text;
using SpecPush.Checkout;

namespace SpecPush.Memory;

/// <summary>
/// Identifies what was sent without storing it. The hash is keyed with the token, so another team's token gives another fingerprint.
/// </summary>
internal sealed class Fingerprints(string? token, Uri apiUrl, PushContext context)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(token ?? "");
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes($"{apiUrl}\n{context.RepoUri}\n{context.Branch}\n{context.Commit}\n");

    public string Name(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(_prefix);
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

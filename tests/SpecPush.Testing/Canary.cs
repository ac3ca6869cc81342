using System.Text;

namespace SpecPush.Testing;

/// <summary>Finds a secret in any form.</summary>
internal static class Canary
{
    /// <summary>Whether the secret is there as plain text, in UTF-16, escaped for a URL, or in Base64 at any offset.</summary>
    public static bool IsIn(ReadOnlySpan<byte> content, string secret)
    {
        foreach (var form in Forms(secret))
        {
            if (content.IndexOf(form) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<byte[]> Forms(string secret)
    {
        yield return Encoding.UTF8.GetBytes(secret);
        yield return Encoding.Unicode.GetBytes(secret);
        yield return Encoding.UTF8.GetBytes(Uri.EscapeDataString(secret));
        for (var before = 0; before < 3; before++)
        {
            // Without the characters at both ends, which depend on neighbouring bytes.
            var encoded = Convert.ToBase64String([.. new byte[before], .. Encoding.UTF8.GetBytes(secret)]);
            yield return Encoding.UTF8.GetBytes(encoded[4..^4]);
        }
    }
}

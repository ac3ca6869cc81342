namespace SpecPush.Checkout;

internal static class CommitHash
{
    /// <summary>Whether this is a full hash: 40 hexadecimal digits, or 64 in a repository of the SHA-256 format.</summary>
    public static bool IsValid(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);
}

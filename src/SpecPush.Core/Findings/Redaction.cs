namespace SpecPush.Findings;

/// <summary>Removes the token from what users see: a server or a library may quote it, and build logs are kept.</summary>
internal static class Redaction
{
    // Anything shorter is not a secret, and replacing it would garble ordinary words.
    private const int MinTokenLength = 4;

    public static Finding Without(this Finding finding, string? token) => finding with { Message = finding.Message.Without(token) };

    public static string Without(this string text, string? token) =>
        token is { Length: >= MinTokenLength } ? text.Replace(token, "***", StringComparison.OrdinalIgnoreCase) : text;
}

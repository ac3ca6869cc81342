namespace SpecPush.Findings;

/// <summary>Takes the token out of what users see: a server or a library may quote it, and then it would be in a build log.</summary>
internal static class Redaction
{
    // A shorter one is not a secret, and would tear words apart.
    private const int MinTokenLength = 4;

    /// <summary>The finding without the token.</summary>
    public static Finding Without(this Finding finding, string? token) => finding with { Message = finding.Message.Without(token) };

    /// <summary>The text without the token.</summary>
    public static string Without(this string text, string? token) =>
        token is { Length: >= MinTokenLength } ? text.Replace(token, "***", StringComparison.OrdinalIgnoreCase) : text;
}

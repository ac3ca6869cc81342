namespace SpecPush.Checkout;

/// <summary>Paths as git prints them.</summary>
internal static class GitPath
{
    // In place of bytes that are not valid UTF-8.
    private const char Replacement = '\uFFFD';

    /// <summary>Whether a path is certain to be that of one file, which can be opened by it. Different names that are not valid UTF-8 look the same.</summary>
    public static bool IsValid(string path) => !path.Contains(Replacement, StringComparison.Ordinal);
}

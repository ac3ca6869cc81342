namespace SpecPush.Checkout;

/// <summary>The commits at which a shallow clone ends. Their parents are missing, so every file looks as if it was added there.</summary>
internal static class ShallowBoundary
{
    /// <summary>Empty for a complete clone.</summary>
    public static async Task<HashSet<string>> ReadAsync(Git git, CancellationToken cancellationToken) =>
        GitDirectories.Find(git.Root) is { IsShallow: true } directories ? [.. await File.ReadAllLinesAsync(directories.ShallowFile, cancellationToken)] : [];
}

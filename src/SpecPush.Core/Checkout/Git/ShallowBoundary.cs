namespace SpecPush.Checkout;

/// <summary>The commits at which a shallow clone ends: it does not have their parents, and every file of theirs looks as if it had been added there.</summary>
internal static class ShallowBoundary
{
    /// <summary>Empty for a whole clone.</summary>
    public static async Task<HashSet<string>> ReadAsync(Git git, CancellationToken cancellationToken) =>
        GitDirectories.Find(git.Root) is { IsShallow: true } directories ? [.. await File.ReadAllLinesAsync(directories.ShallowFile, cancellationToken)] : [];
}

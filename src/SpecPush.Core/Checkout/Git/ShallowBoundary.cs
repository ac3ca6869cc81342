using SpecPush.Files;

namespace SpecPush.Checkout;

/// <summary>The commits at which a shallow clone ends. Their parents are missing, so every file looks as if it was added there.</summary>
internal static class ShallowBoundary
{
    /// <summary>Empty for a complete clone.</summary>
    public static HashSet<string> Read(Git git) =>
        GitDirectories.Find(git.Root) is { IsShallow: true } directories ? [.. RegularFile.ReadAllLines(directories.ShallowFile)] : [];
}

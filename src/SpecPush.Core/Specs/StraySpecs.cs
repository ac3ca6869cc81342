using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>Finds specs in places that the settings do not include.</summary>
internal static class StraySpecs
{
    // Enough to see a mistake; a repository with more of them has them on purpose.
    private const int MaxFindings = 20;

    /// <param name="root">The repository root.</param>
    /// <param name="paths">The files that are neither specs nor excluded.</param>
    public static ImmutableArray<Finding> Find(string root, IEnumerable<string> paths) =>
    [
        .. paths.Where(static path => path.EndsWith(".feature.yaml", StringComparison.Ordinal) && !ToolFolders.Contain(path))
            .Take(MaxFindings)
            .Where(path => IsSpec(root, path))
            .Select(SpecFindings.NotLookedFor),
    ];

    private static bool IsSpec(string root, string path)
    {
        try
        {
            return new FileInfo(Path.Combine(root, path)).Length <= SourceDecoder.MaximumSize
                && SpecFileReader.Read(new SpecFile(path, RegularFile.ReadAllBytes(Path.Combine(root, path)))).Spec is not null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

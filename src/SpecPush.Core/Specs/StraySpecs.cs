using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>Finds specs that are where specs are not looked for.</summary>
internal static class StraySpecs
{
    // Enough to see what is wrong; who has more of them means it so.
    private const int MaxFindings = 20;

    /// <param name="root">The repository root.</param>
    /// <param name="paths">The files that are neither read as specs nor excluded.</param>
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
            return SpecFileReader.Read(new SpecFile(path, File.ReadAllBytes(Path.Combine(root, path)))).Spec is not null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

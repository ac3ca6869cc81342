using System.Collections.Immutable;

namespace SpecPush.References.Manifests;

/// <summary>Finds the projects that were built, but may refer to more requirements than their manifests say.</summary>
internal static class IncompleteProjects
{
    /// <summary>Their paths, sorted. One manifest without gaps is enough for a project with several configurations and target frameworks.</summary>
    public static ImmutableArray<string> Find(IEnumerable<ReferenceManifest> current) =>
    [
        .. current.GroupBy(static manifest => manifest.ProjectPath, StringComparer.Ordinal)
            .Where(static project => project.Key.Length == 0 ? project.Any(HasGap) : project.All(HasGap))
            .Select(static project => project.Key)
            .Order(StringComparer.Ordinal),
    ];

    private static bool HasGap(ReferenceManifest manifest) => manifest.Missed > 0;
}

using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.References.Compiled;

/// <summary>Reads test assemblies that the user names by globs, for projects whose builds write no manifests.</summary>
internal static class BuiltAssemblies
{
    // The first two never have a team's own tests; reference assemblies in obj have no code.
    private static readonly string[] Skipped = [".git", "node_modules", "obj"];

    /// <summary>The manifests of these assemblies, whether or not they are up to date.</summary>
    /// <param name="root">Absolute path of the repository.</param>
    /// <param name="patterns">Relative to the root.</param>
    /// <param name="files">The paths that git knows.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static (ImmutableArray<ReferenceManifest> Manifests, ImmutableArray<Finding> Findings) Read(
        string root, ImmutableArray<string> patterns, ImmutableArray<string> files, CancellationToken cancellationToken)
    {
        if (patterns.IsEmpty)
        {
            return ([], []);
        }

        var present = FolderFiles.Find(root, ".dll", Skipped);
        var readings = new PatternList(patterns).Filter(present).Order(StringComparer.Ordinal)
            .Select(path => new AssemblyReadRequest { AssemblyPath = Path.Combine(root, path), RepositoryRoot = root, Files = files })
            .Select(request => AssemblyReader.Read(request, cancellationToken))
            .ToArray();
        var unmatched = patterns.Where(pattern => !pattern.StartsWith('!') && new PatternList([pattern]).Filter(present).IsEmpty);
        return (
            [.. readings.Select(static reading => reading.Manifest).OfType<ReferenceManifest>()],
            [.. readings.SelectMany(static reading => reading.Findings), .. unmatched.Select(CompiledReferenceFindings.NoAssembly)]);
    }
}

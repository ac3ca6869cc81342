using System.Collections.Frozen;
using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.References.Text;
using SpecPush.Specs;

namespace SpecPush.References;

/// <summary>Finds committed files that mention requirements but are not searched, because tools write into folders of these names.</summary>
internal static class SkippedFolders
{
    // A sample is enough: a repository may have all of node_modules committed.
    private const int MaxFiles = 200;
    private const long MaxBytes = 1_000_000;

    /// <param name="root">The repository root.</param>
    /// <param name="files">The files of the checkout.</param>
    /// <param name="specs">The specs with the requirements to look for.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static ImmutableArray<Finding> Find(
        string root, IEnumerable<RepositoryFile> files, ImmutableArray<Spec> specs, CancellationToken cancellationToken)
    {
        string[] looked =
        [
            .. files.Where(static file => file.IsTracked && ToolFolders.Contain(file.Path) && ScannedPaths.HasText(file.Path))
                .Select(static file => file.Path).Take(MaxFiles).Where(path => new FileInfo(Path.Combine(root, path)) is { Exists: true, Length: <= MaxBytes }),
        ];
        if (looked.Length == 0)
        {
            return [];
        }

        var known = specs.SelectMany(static spec => spec.Requirements).Select(static requirement => requirement.Acid).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> folders =
        [
            .. TextScan.Read(root, looked, FrozenSet<string>.Empty, cancellationToken).References
                .Where(reference => known.Contains(reference.Acid))
                .Select(static reference => ToolFolders.FindFirst(reference.Path)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return folders.IsEmpty ? [] : [ReferenceFindings.SkippedFolders(folders)];
    }
}

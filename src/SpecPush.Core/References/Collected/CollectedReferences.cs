using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.References.Manifests;
using SpecPush.Settings;

namespace SpecPush.References.Collected;

/// <summary>Reads what other jobs of the same commit collected.</summary>
internal static class CollectedReferences
{
    private static readonly string[] Skipped = [".git", "node_modules"];

    /// <param name="root">Absolute path of the repository.</param>
    /// <param name="patterns">Files or globs of files, absolute or relative to the root.</param>
    /// <param name="headCommit">The checked-out commit.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static (ImmutableArray<ReferenceManifest> Manifests, ImmutableArray<Finding> Findings) Read(
        string root, ImmutableArray<string> patterns, string? headCommit, CancellationToken cancellationToken)
    {
        var manifests = ImmutableArray.CreateBuilder<ReferenceManifest>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var excluded = patterns.Where(static pattern => pattern.StartsWith('!')).SelectMany(pattern => Find(root, pattern[1..])).ToHashSet(StringComparer.Ordinal);
        var found = patterns.Where(static pattern => !pattern.StartsWith('!')).ToLookup(static pattern => pattern, pattern => Find(root, pattern).Where(path => !excluded.Contains(path)).ToArray());
        findings.AddRange(found.Where(static files => files.All(static paths => paths.Length == 0)).Select(static files => CollectedFindings.NoFile(files.Key)));
        foreach (var path in found.SelectMany(static files => files).SelectMany(static paths => paths).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (read, finding) = CollectionFile.Read(path, RepositoryPath.From(root, path), headCommit);
            manifests.AddRange(read);
            if (finding is not null)
            {
                findings.Add(finding);
            }
        }

        return (manifests.ToImmutable(), findings.ToImmutable());
    }

    private static IEnumerable<string> Find(string root, string pattern)
    {
        var full = Path.GetFullPath(pattern, root);
        if (!full.Contains('*', StringComparison.Ordinal) && !full.Contains('{', StringComparison.Ordinal))
        {
            return new FileInfo(full) is { Exists: true } file && !WorkTree.IsLink(file) ? [full] : [];
        }

        // Everything before the first wildcard is a folder, and the rest a glob inside it.
        var segments = full.Split(Path.DirectorySeparatorChar);
        var literal = segments.TakeWhile(static segment => !segment.Contains('*', StringComparison.Ordinal) && !segment.Contains('{', StringComparison.Ordinal)).Count();
        var folder = string.Join(Path.DirectorySeparatorChar, segments[..literal]) + Path.DirectorySeparatorChar;
        return Directory.Exists(folder)
            ? new PatternList([string.Join('/', segments[literal..])]).Filter(FolderFiles.Find(folder, CollectionFile.Extension, Skipped)).Select(path => Path.GetFullPath(path, folder))
            : [];
    }
}

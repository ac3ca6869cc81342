namespace SpecPush.Checkout;

/// <summary>Reads <c>git ls-files -z -t --stage</c> and leaves what may be read: present, regular, no link, no submodule.</summary>
internal static class GitListing
{
    public static RepositoryListing Parse(string root, IEnumerable<string> tracked, IEnumerable<string> untracked, CancellationToken cancellationToken)
    {
        var workTree = new WorkTree(root);
        var files = new Dictionary<string, RepositoryFile>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var line in tracked.Where(IsRegular))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..];
            if (workTree.HasRegularFile(path))
            {
                files[path] = new RepositoryFile(path, IsTracked: true);
            }
            else if (line[0] == 'S')
            {
                // To be skipped in the work tree. Some set this by hand to hide local changes: then the file is there.
                missing.Add(path);
            }
        }

        foreach (var path in untracked.Where(path => !IgnoredFolders.IsOutput(path) && workTree.HasRegularFile(path)))
        {
            files.TryAdd(path, new RepositoryFile(path, IsTracked: false));
        }

        return new RepositoryListing([.. files.Values.OrderBy(static file => file.Path, StringComparer.Ordinal)], [.. missing.Order(StringComparer.Ordinal)]);
    }

    // "H 100644 <hash> <stage>\t<path>"; 120000 is a link and 160000 a submodule.
    private static bool IsRegular(string line) => line.AsSpan(2).StartsWith("100", StringComparison.Ordinal);
}

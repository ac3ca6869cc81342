using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>Reads <c>git ls-files -z -t --stage</c> and leaves what may be read: present, regular, no link, no submodule.</summary>
internal static class GitListing
{
    public static RepositoryListing Parse(string root, IEnumerable<string> tracked, IEnumerable<string> untracked)
    {
        var files = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        var sparse = ImmutableArray.CreateBuilder<string>();
        foreach (var line in tracked)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var path = line[(tab + 1)..];
            if (line[0] == 'S')
            {
                sparse.Add(path);
            }
            else if (line.AsSpan(2).StartsWith("100", StringComparison.Ordinal))
            {
                files[path] = true;
            }
        }

        foreach (var path in untracked.Where(static path => !BuildOutput.Contains(path)))
        {
            files.TryAdd(path, false);
        }

        return new RepositoryListing(
            [.. files.Where(file => IsRegular(Path.Combine(root, file.Key))).Select(static file => new RepositoryFile(file.Key, file.Value))],
            sparse.ToImmutable());
    }

    private static bool IsRegular(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.LinkTarget is null;
    }
}

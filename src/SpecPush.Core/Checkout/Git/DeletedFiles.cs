using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>Finds files that were deleted in the history, with their last content.</summary>
/// <param name="git">The repository.</param>
/// <param name="maxLength">Files that were longer, in bytes, are left out.</param>
internal sealed class DeletedFiles(Git git, int maxLength)
{
    // Recent enough to matter to a team, and it avoids walking over decades of history.
    private const string Since = "--since=1.year.ago";

    private const int MaxFiles = 200;

    /// <param name="commit">Where the walk starts.</param>
    /// <param name="globs">Which files, relative to the root; <c>!</c> excludes.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The last content of each path, most recently deleted first.</returns>
    public async Task<ImmutableArray<KeyValuePair<string, byte[]>>> FindAsync(string commit, IEnumerable<string> globs, CancellationToken cancellationToken)
    {
        var pathSpecs = globs.Select(static glob => glob.StartsWith('!') ? $":(exclude,glob){glob[1..]}" : $":(glob){glob}");
        var log = await git.RunAsync(
            ["log", "--format=", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-color", "--no-show-signature", "--diff-filter=D", Since, commit, "--", .. pathSpecs],
            cancellationToken);
        var files = log.Succeeded ? Parse(log.Fields) : [];
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await GitObjects.ReadAsync(git, [.. files.Select(static file => file.Blob).Distinct()], (blob, content) => Keep(contents, blob, content), cancellationToken);
        return [.. files.Where(file => contents.ContainsKey(file.Blob)).Select(file => KeyValuePair.Create(file.Path, contents[file.Blob]))];
    }

    private void Keep(Dictionary<string, byte[]> contents, string blob, Stream content)
    {
        if (content.Length > maxLength)
        {
            return;
        }

        var bytes = new byte[content.Length];
        if (content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length)
        {
            contents[blob] = bytes;
        }
    }

    // ":100644 000000 <blob> 0000000... D", followed by a field with the path.
    private static ImmutableArray<(string Path, string Blob)> Parse(string[] fields)
    {
        var files = new List<(string Path, string Blob)>();
        for (var index = 0; index + 1 < fields.Length; index++)
        {
            if (fields[index].TrimStart('\n').Split(' ') is [[':', ..], _, var blob, _, "D"])
            {
                files.Add((fields[++index], blob));
            }
        }

        return [.. files.Where(static file => GitPath.IsValid(file.Path)).DistinctBy(static file => file.Path, StringComparer.Ordinal).Take(MaxFiles)];
    }
}

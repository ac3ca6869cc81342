using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>Finds files that were deleted in the history, with their last content.</summary>
internal static class DeletedFiles
{
    // Recent enough to matter to a team, and it avoids walking over decades of history.
    private const string Since = "--since=1.year.ago";

    private const int MaxFiles = 200;

    /// <param name="git">The repository.</param>
    /// <param name="commit">Where the walk starts.</param>
    /// <param name="globs">Which files, relative to the root; <c>!</c> excludes.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The last content of each path, most recently deleted first.</returns>
    public static async Task<ImmutableArray<KeyValuePair<string, byte[]>>> FindAsync(
        Git git, string commit, IEnumerable<string> globs, CancellationToken cancellationToken)
    {
        var pathSpecs = globs.Select(static glob => glob.StartsWith('!') ? $":(exclude,glob){glob[1..]}" : $":(glob){glob}");
        var log = await git.RunAsync(
            ["log", "--format=", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-color", "--no-show-signature", "--diff-filter=D", Since, commit, "--", .. pathSpecs],
            cancellationToken);
        var objects = log.Succeeded ? Parse(log.Fields) : [];
        var contents = await CommittedContent.ReadAsync(git, objects, cancellationToken);
        return [.. objects.Where(file => contents.ContainsKey(file.Path)).Select(file => KeyValuePair.Create(file.Path, contents[file.Path]))];
    }

    // ":100644 000000 <blob> 0000000... D", followed by a field with the path.
    private static ImmutableArray<(string Path, string Object)> Parse(string[] fields)
    {
        var files = new List<(string Path, string Object)>();
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

using System.Globalization;

namespace SpecPush.Checkout;

/// <summary>Reads <c>git status --porcelain=v2 --branch -z</c> (git-status, "Porcelain Format Version 2").</summary>
internal static class PorcelainStatus
{
    public static RepositoryStatus Parse(IEnumerable<string> fields)
    {
        var status = new RepositoryStatus { Root = "" };
        var changes = new SortedDictionary<string, FileChange>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            status = field.Split(' ', 3) switch
            {
                ["#", "branch.oid", var commit] when commit != "(initial)" => status with { HeadCommit = commit },
                ["#", "branch.head", var branch] when branch != "(detached)" => status with { HeadBranch = branch },
                ["#", "branch.ab", var distance] => WithDistance(status, distance),
                _ => status,
            };
            if (ChangeIn(field) is { } change && GitPath.IsValid(change.Path) && !(change.Kind == FileChangeKind.Untracked && IgnoredFolders.IsOutput(change.Path)))
            {
                // A file that was removed only from the index is listed twice, as deleted and as untracked.
                changes[change.Path] = changes.TryGetValue(change.Path, out var known) ? known with { Kind = FileChangeKind.Modified } : change;
            }
        }

        return status with { Changes = [.. changes.Values] };
    }

    private static RepositoryStatus WithDistance(RepositoryStatus status, string distance) =>
        distance.Split(' ') is [var ahead, var behind]
        && int.TryParse(ahead, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var commitsAhead)
        && int.TryParse(behind, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var commitsBehind)
            ? status with { Ahead = commitsAhead, Behind = -commitsBehind }
            : status;

    private static FileChange? ChangeIn(string field) => field[0] switch
    {
        '?' => new FileChange(field[2..], FileChangeKind.Untracked),
        '1' => Changed(field.Split(' ', 9)),
        'u' => Unmerged(field.Split(' ', 11)),
        _ => null,
    };

    // "1 <XY> <sub> <mode in HEAD> <in the index> <in the work tree> <blob in HEAD> <in the index> <path>".
    private static FileChange Changed(string[] columns) =>
        new(columns[8], columns[1].Contains('D', StringComparison.Ordinal) ? FileChangeKind.Deleted : FileChangeKind.Modified, BlobOf(columns[3], columns[6]));

    // "u <XY> <sub> <modes of the three stages> <mode in the work tree> <blobs of the three stages> <path>"; the second stage is HEAD's.
    private static FileChange Unmerged(string[] columns) => new(columns[10], FileChangeKind.Modified, BlobOf(columns[4], columns[8]));

    private static string? BlobOf(string mode, string blob) => mode.StartsWith("100", StringComparison.Ordinal) ? blob : null;
}

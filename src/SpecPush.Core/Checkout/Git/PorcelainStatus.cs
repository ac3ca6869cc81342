using System.Globalization;

namespace SpecPush.Checkout;

/// <summary>Reads <c>git status --porcelain=v2 --branch -z</c>; the format is in git's manual page git-status, "Porcelain Format Version 2".</summary>
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
            if (ChangeIn(field) is { } change && !(change.Kind == FileChangeKind.Untracked && IgnoredFolders.IsOutput(change.Path)))
            {
                // A file that was removed from the index alone is listed as deleted and again as untracked.
                changes[change.Path] = changes.ContainsKey(change.Path) ? change with { Kind = FileChangeKind.Modified } : change;
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

    // The path is the last column: the ninth of a changed one, the eleventh of an unmerged one.
    private static FileChange? ChangeIn(string field) => field[0] switch
    {
        '?' => new FileChange(field[2..], FileChangeKind.Untracked),
        '1' => new FileChange(field.Split(' ', 9)[8], field[2] == 'D' || field[3] == 'D' ? FileChangeKind.Deleted : FileChangeKind.Modified),
        'u' => new FileChange(field.Split(' ', 11)[10], FileChangeKind.Modified),
        _ => null,
    };
}

using System.Collections.Immutable;
using System.Globalization;

namespace SpecPush.Checkout;

/// <summary>Reads <c>git status --porcelain=v2 --branch -z</c>.</summary>
internal static class GitStatus
{
    public static RepositoryStatus Parse(IEnumerable<string> fields)
    {
        var status = new RepositoryStatus { Root = "" };
        var changes = ImmutableArray.CreateBuilder<FileChange>();
        foreach (var field in fields)
        {
            var words = field.Split(' ', 3);
            status = (words[0], words.ElementAtOrDefault(1)) switch
            {
                ("#", "branch.oid") when words[2] != "(initial)" => status with { HeadCommit = words[2] },
                ("#", "branch.head") when words[2] != "(detached)" => status with { HeadBranch = words[2] },
                ("#", "branch.ab") => WithDistance(status, words[2]),
                _ => status,
            };
            if (Change(field) is { } change && !BuildOutput.Contains(change))
            {
                changes.Add(change);
            }
        }

        return status with { Changes = [.. changes.OrderBy(static change => change.Path, StringComparer.Ordinal)] };
    }

    private static RepositoryStatus WithDistance(RepositoryStatus status, string distance)
    {
        var parts = distance.Split(' ');
        return status with
        {
            Ahead = int.Parse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            Behind = -int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        };
    }

    // The path is the last column: the ninth of a changed one, the eleventh of an unmerged one.
    private static FileChange? Change(string field) => field[0] switch
    {
        '?' => new FileChange(field[2..], FileChangeKind.Untracked),
        '1' => new FileChange(field.Split(' ', 9)[8], field[2] == 'D' || field[3] == 'D' ? FileChangeKind.Deleted : FileChangeKind.Modified),
        'u' => new FileChange(field.Split(' ', 11)[10], FileChangeKind.Modified),
        _ => null,
    };
}

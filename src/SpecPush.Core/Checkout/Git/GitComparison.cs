using System.Collections.Immutable;

namespace SpecPush.Checkout;

internal static class GitComparison
{
    private const string Regular = "100";

    /// <summary>The newest commit in the history of both; null if the clone has none, or is too shallow to rule out another.</summary>
    public static async Task<string?> FindMergeBaseAsync(Git git, string one, string other, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["merge-base", one, other], cancellationToken);
        if (!answer.Succeeded || !CommitHash.IsValid(answer.Text))
        {
            return null;
        }

        var boundary = ShallowBoundary.Read(git);
        return boundary.Count == 0 || !await LeadsToAsync(git, boundary, [one, other, $"^{answer.Text}"], cancellationToken) ? answer.Text : null;
    }

    /// <summary>The paths whose content differs between two commits; null if a commit is missing.</summary>
    public static async Task<ImmutableArray<TreeChange>?> FindChangesAsync(Git git, string from, string to, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", from, to], cancellationToken);
        return answer.Succeeded ? Parse(answer.Fields) : null;
    }

    // Beyond the end of a shallow clone there may be another common commit, unless every path leads to the known one.
    private static async Task<bool> LeadsToAsync(Git git, HashSet<string> boundary, string[] commits, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["rev-list", .. commits], cancellationToken);
        return !answer.Succeeded || answer.Text.Split('\n').Any(boundary.Contains);
    }

    // ":100644 100644 <old> <new> M", followed by a field with the path.
    private static ImmutableArray<TreeChange> Parse(string[] fields)
    {
        var changes = ImmutableArray.CreateBuilder<TreeChange>(fields.Length / 2);
        for (var index = 0; index + 1 < fields.Length; index += 2)
        {
            if (fields[index].Split(' ') is [[':', .. var mode], _, var blob, _, _] && GitPath.IsValid(fields[index + 1]))
            {
                changes.Add(new TreeChange(fields[index + 1], mode.StartsWith(Regular, StringComparison.Ordinal) ? blob : null));
            }
        }

        return changes.ToImmutable();
    }
}

/// <summary>A path whose content differs between two commits.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="OldBlob">The ID of its old content; null if it was not a regular file.</param>
internal sealed record TreeChange(string Path, string? OldBlob);

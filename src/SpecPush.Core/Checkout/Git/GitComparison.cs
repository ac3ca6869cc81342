using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>Compares two commits of a clone.</summary>
internal static class GitComparison
{
    private const string Regular = "100";

    /// <summary>The newest commit that both have in their history; null where the clone shows none, or hides what may lead to another.</summary>
    public static async Task<string?> FindMergeBaseAsync(Git git, string one, string other, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["merge-base", one, other], cancellationToken);
        if (!answer.Succeeded || !CommitHash.IsValid(answer.Text))
        {
            return null;
        }

        var boundary = await ShallowBoundary.ReadAsync(git, cancellationToken);
        return boundary.Count == 0 || !await LeadsToAsync(git, boundary, [one, other, $"^{answer.Text}"], cancellationToken) ? answer.Text : null;
    }

    /// <summary>The paths whose content differs between two commits; null where a commit is not there.</summary>
    public static async Task<ImmutableArray<TreeChange>?> FindChangesAsync(Git git, string from, string to, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", from, to], cancellationToken);
        return answer.Succeeded ? Parse(answer.Fields) : null;
    }

    // Behind a commit at which a shallow clone ends there may be a way to another common commit, unless all ways end at the one that is known.
    private static async Task<bool> LeadsToAsync(Git git, HashSet<string> boundary, string[] commits, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["rev-list", .. commits], cancellationToken);
        return !answer.Succeeded || answer.Text.Split('\n').Any(boundary.Contains);
    }

    // ":100644 100644 <old> <new> M" and, in a field of its own, the path.
    private static ImmutableArray<TreeChange> Parse(string[] fields)
    {
        var changes = ImmutableArray.CreateBuilder<TreeChange>(fields.Length / 2);
        for (var index = 0; index + 1 < fields.Length; index += 2)
        {
            if (fields[index].Split(' ') is [[':', .. var mode], _, var blob, _, _])
            {
                changes.Add(new TreeChange(fields[index + 1], mode.StartsWith(Regular, StringComparison.Ordinal) ? blob : null));
            }
        }

        return changes.ToImmutable();
    }
}

/// <summary>A path whose content differs between two commits.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="OldBlob">Names the content that it had; null where it was no regular file.</param>
internal sealed record TreeChange(string Path, string? OldBlob);

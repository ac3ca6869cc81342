using System.Collections.Immutable;
using System.Diagnostics;

namespace SpecPush.Checkout;

/// <summary>Finds the last commit of many files in one walk over the history, which ends as soon as all are found.</summary>
internal sealed class GitHistory(Git git)
{
    // git compares every given path with every changed one, so beyond this, folders are cheaper; and command lines are limited in length.
    private const int MaxPaths = 64;

    public async Task<FoundCommits> FindAsync(string commit, IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Count == 0 || !CommitHash.IsValid(commit))
        {
            return FoundCommits.None;
        }

        var boundary = ShallowBoundary.Read(git);
        var walk = new HistoryWalk(commit, paths);
        using var process = git.Start([.. HistoryLog.Arguments, commit, "--", .. PathSpecs(paths)]);
        await using var kill = cancellationToken.Register(() => Git.Kill(process));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var last = new List<HistoryEntry>();
        await Git.ReadAsync(process, async log => last = await FollowAsync(walk, log));
        var failure = await EndAsync(process, walk.IsComplete) ? null : (await error).Trim();
        cancellationToken.ThrowIfCancellationRequested();
        if (failure is null && last.Count > 0)
        {
            walk.Add(last);
        }

        return new FoundCommits(walk.Found.Where(found => !boundary.Contains(found.Value)).ToImmutableDictionary(StringComparer.Ordinal), failure);
    }

    // Returns the comparisons of the last commit, which are not complete if git failed.
    private static async Task<List<HistoryEntry>> FollowAsync(HistoryWalk walk, Stream log)
    {
        var comparisons = new List<HistoryEntry>();
        await foreach (var entry in HistoryLog.ReadAsync(log, CancellationToken.None))
        {
            if (comparisons.Count > 0 && comparisons[0].Commit != entry.Commit)
            {
                walk.Add(comparisons);
                comparisons.Clear();
            }

            comparisons.Add(entry);
            if (walk.IsComplete)
            {
                return [];
            }
        }

        return comparisons;
    }

    // Returns whether git succeeded. What it would have said after everything was found does not matter.
    private static async Task<bool> EndAsync(Process process, bool isComplete)
    {
        if (isComplete)
        {
            Git.Kill(process);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        return isComplete || process.ExitCode == 0;
    }

    private static IReadOnlyCollection<string> PathSpecs(IReadOnlyCollection<string> paths)
    {
        if (paths.Count <= MaxPaths)
        {
            return paths;
        }

        var folders = paths.Select(static path => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : ".").ToHashSet(StringComparer.Ordinal);
        return folders.Count <= MaxPaths ? folders : ["."];
    }
}

/// <summary>The last commits of files.</summary>
/// <param name="ByPath">The commits that are known.</param>
/// <param name="Failure">Why git could not read the whole history; null if it could, or if that was not necessary.</param>
internal sealed record FoundCommits(ImmutableDictionary<string, string> ByPath, string? Failure)
{
    public static FoundCommits None { get; } = new(ImmutableDictionary<string, string>.Empty, Failure: null);
}

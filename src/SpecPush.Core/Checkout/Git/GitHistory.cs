using System.Collections.Immutable;
using System.Diagnostics;

namespace SpecPush.Checkout;

/// <summary>Finds the last commit of many files in one walk over the history, which ends as soon as all are found.</summary>
internal sealed class GitHistory(Git git)
{
    // git compares every given path with every changed one, so beyond this, folders are cheaper; and command lines are limited in length.
    private const int MaxPaths = 64;

    public async Task<ImmutableDictionary<string, string>> FindAsync(string commit, IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Count == 0 || !CommitHash.IsValid(commit))
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var boundary = ShallowBoundary.Read(git);
        var walk = new HistoryWalk(commit, paths);
        using var process = git.Start([.. HistoryLog.Arguments, commit, "--", .. PathSpecs(paths)]);
        await using var kill = cancellationToken.Register(() => Git.Kill(process));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await FollowAsync(walk, process);
        Git.Kill(process);
        await process.WaitForExitAsync(CancellationToken.None);
        await error;
        cancellationToken.ThrowIfCancellationRequested();
        return walk.Found.Where(found => !boundary.Contains(found.Value)).ToImmutableDictionary(StringComparer.Ordinal);
    }

    private static async Task FollowAsync(HistoryWalk walk, Process process)
    {
        var comparisons = new List<HistoryEntry>();
        await foreach (var entry in HistoryLog.ReadAsync(process.StandardOutput.BaseStream, CancellationToken.None))
        {
            if (comparisons.Count > 0 && comparisons[0].Commit != entry.Commit)
            {
                walk.Add(comparisons);
                comparisons.Clear();
            }

            comparisons.Add(entry);
            if (walk.IsComplete)
            {
                return;
            }
        }

        if (comparisons.Count > 0)
        {
            walk.Add(comparisons);
        }
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

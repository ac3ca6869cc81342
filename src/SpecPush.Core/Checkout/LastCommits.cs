using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Checkout;

/// <summary>The last commit of every spec: from the clone or, if that lacks the history, from the repository's host.</summary>
/// <param name="ByPath">The commits that are known.</param>
/// <param name="Finding">How many are unknown, because the clone lacks the history.</param>
internal sealed record LastCommits(ImmutableDictionary<string, string> ByPath, Finding? Finding)
{
    // Each takes one request, and hosts allow a few thousand per hour.
    private const int MaxQuestions = 200;

    public static async Task<LastCommits> FindAsync(
        IRepository repository, RepositoryStatus status, IRepositoryHost? host, string commit, ImmutableArray<string> paths, CancellationToken cancellationToken)
    {
        var (found, failure) = await repository.FindLastCommitsAsync(commit, paths, cancellationToken);
        if (!status.IsShallow && failure is null)
        {
            return new LastCommits(found, null);
        }

        foreach (var path in paths.Where(path => !found.ContainsKey(path)).Take(host is null ? 0 : MaxQuestions))
        {
            // Without permission or network, the next request would fail, too.
            if (await host!.FindLastCommitAsync(commit, path, cancellationToken) is not { } last || !CommitHash.IsValid(last))
            {
                break;
            }

            found = found.Add(path, last);
        }

        var unknown = paths.Length - found.Count;
        return new LastCommits(found, unknown == 0 ? null
            : status.IsShallow ? CheckoutFindings.ShallowClone(unknown)
            : CheckoutFindings.UnreadableHistory(unknown, failure!));
    }
}

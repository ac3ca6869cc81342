namespace SpecPush.Checkout;

/// <summary>What the host of a repository may know and a clone does not. Where it does not answer either, the clone has the last word.</summary>
public interface IRepositoryHost
{
    /// <summary>The commit that a branch stands at now; null when that cannot be told.</summary>
    Task<string?> FindTipAsync(string branch, CancellationToken cancellationToken);

    /// <summary>The last commit in the history of <paramref name="commit"/> that touched a file; null when that cannot be told.</summary>
    /// <param name="commit">A full hash.</param>
    /// <param name="path">Relative to the repository root, with <c>/</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<string?> FindLastCommitAsync(string commit, string path, CancellationToken cancellationToken);
}

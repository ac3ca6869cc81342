namespace SpecPush.Checkout;

/// <summary>What the effective configuration says of filters and of sparse checkouts.</summary>
/// <param name="IsSparse">Whether tracked files are left out of the work tree.</param>
/// <param name="Filters">The names of all filters: programs that git runs on files.</param>
internal sealed record GitConfiguration(bool IsSparse, IReadOnlyCollection<string> Filters)
{
    private const string FilterPrefix = "filter.";
    private const string Sparse = "core.sparsecheckout";

    public static async Task<GitConfiguration> ReadAsync(Git git, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["config", "-z", "--get-regexp", @"^(filter\..*|core\.sparsecheckout)$"], cancellationToken);
        var settings = answer.Fields.Select(static field => field.Split('\n', 2)).ToArray();
        return new GitConfiguration(
            settings.LastOrDefault(static setting => setting[0] == Sparse) is [_, "true" or "yes" or "on" or "1"],
            [.. settings.Where(static setting => setting[0].StartsWith(FilterPrefix, StringComparison.Ordinal)).Select(static setting => NameOf(setting[0])).Distinct()]);
    }

    private static string NameOf(string key) => key[FilterPrefix.Length..Math.Max(FilterPrefix.Length, key.LastIndexOf('.'))];
}

using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>What git's effective configuration says about filters, sparse checkouts and <c>origin</c>.</summary>
/// <param name="IsSparse">Whether this is a sparse checkout.</param>
/// <param name="Filters">The names of all filters, which are programs that git runs on files.</param>
/// <param name="OriginUrl">What <c>git remote get-url origin</c> prints; null if there is no such remote.</param>
internal sealed record GitConfiguration(bool IsSparse, ImmutableArray<string> Filters, string? OriginUrl)
{
    private const string Keys = @"^(filter\..*|core\.sparsecheckout|remote\.origin\.url|url\..*\.insteadof)$";

    // git-config: where no key matches.
    private const int NoMatch = 1;

    /// <exception cref="CheckoutException">git failed. Without the configuration, its filters could not be switched off.</exception>
    public static async Task<GitConfiguration> ReadAsync(Git git, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["config", "-z", "--get-regexp", Keys], cancellationToken);
        if (!answer.Succeeded && answer.ExitCode != NoMatch)
        {
            throw git.Failure(answer);
        }

        var settings = answer.Fields.Select(static field => field.Split('\n', 2)).Where(static setting => setting.Length == 2).ToArray();
        return new GitConfiguration(
            settings.LastOrDefault(static setting => setting[0] == "core.sparsecheckout") is [_, "true" or "yes" or "on" or "1"],
            [.. answer.Fields.Select(static field => field.Split('\n')[0]).Select(static key => Subsection(key, "filter.")).OfType<string>().Distinct()],
            settings.FirstOrDefault(static setting => setting[0] == "remote.origin.url") is [_, var url] ? Rewrite(url, settings) : null);
    }

    // url.<base>.insteadOf: the base replaces the longest of the values that the address starts with (git-config).
    private static string Rewrite(string url, IEnumerable<string[]> settings)
    {
        var rule = settings.Select(static setting => (Base: Subsection(setting[0], "url."), Prefix: setting[1]))
            .Where(rule => rule.Base is not null && rule.Prefix.Length > 0 && url.StartsWith(rule.Prefix, StringComparison.Ordinal))
            .OrderByDescending(static rule => rule.Prefix.Length)
            .FirstOrDefault();
        return rule.Base is null ? url : rule.Base + url[rule.Prefix.Length..];
    }

    private static string? Subsection(string key, string section) =>
        key.StartsWith(section, StringComparison.Ordinal) ? key[section.Length..Math.Max(section.Length, key.LastIndexOf('.'))] : null;
}

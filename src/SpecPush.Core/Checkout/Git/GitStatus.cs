using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>Asks git the cheap questions, all at the same time.</summary>
internal static class GitStatus
{
    private const string RemoteHead = "refs/remotes/origin/";

    public static async Task<RepositoryStatus> ReadAsync(Git git, CancellationToken cancellationToken)
    {
        var places = git.RunAsync(["rev-parse", "--absolute-git-dir", "--is-shallow-repository"], cancellationToken);
        var origin = git.RunAsync(["remote", "get-url", "origin"], cancellationToken);
        var defaultBranch = git.RunAsync(["symbolic-ref", "--quiet", $"{RemoteHead}HEAD"], cancellationToken);

        // A shallow clone hides the parents of the commit at its end, but the commit itself still names them.
        var head = git.RunAsync(["cat-file", "commit", "HEAD"], cancellationToken);
        var configuration = await GitConfiguration.ReadAsync(git, cancellationToken);
        var status = await git.RunAsync([.. FilterSwitches(git, configuration), .. Question], cancellationToken);
        await Task.WhenAll(places, origin, defaultBranch, head);
        if (!status.Succeeded || (await places).Text.Split('\n') is not [var directory, var isShallow])
        {
            throw new CheckoutException(status.IsUsageError
                ? CheckoutFindings.GitTooOld(status.Error)
                : CheckoutFindings.Unusable(git.Root, status.Succeeded ? (await places).Error : status.Error));
        }

        return PorcelainStatus.Parse(status.Fields) with
        {
            Root = git.Root,
            GitDirectory = Path.GetFullPath(directory.TrimEnd(), git.Root),
            IsShallow = isShallow.TrimEnd() == "true",
            IsSparse = configuration.IsSparse,
            OriginUrl = (await origin).Succeeded ? (await origin).Text : null,
            DefaultBranch = (await defaultBranch).Text is { } name && name.StartsWith(RemoteHead, StringComparison.Ordinal) ? name[RemoteHead.Length..] : null,
            HeadParents = ParentsIn((await head).Text),
        };
    }

    private static IEnumerable<string> Question =>
        ["status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=all"];

    // A filter is a program that the configuration names; `status` would run it on every changed file. An empty command is no filter.
    private static IEnumerable<string> FilterSwitches(Git git, GitConfiguration configuration)
    {
        // -c ends the key at the first equals sign.
        if (configuration.Filters.FirstOrDefault(static name => name.Contains('=', StringComparison.Ordinal)) is { } filter)
        {
            throw new CheckoutException(CheckoutFindings.Unusable(git.Root, $"the filter '{filter}' of its configuration cannot be switched off"));
        }

        return configuration.Filters.SelectMany(static name =>
            (string[])["-c", $"filter.{name}.clean=", "-c", $"filter.{name}.process=", "-c", $"filter.{name}.required=false"]);
    }

    private static ImmutableArray<string> ParentsIn(string commit) =>
    [
        .. commit.Split('\n')
            .TakeWhile(static line => line.Length > 0)
            .Where(static line => line.StartsWith("parent ", StringComparison.Ordinal))
            .Select(static line => line["parent ".Length..]),
    ];
}

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

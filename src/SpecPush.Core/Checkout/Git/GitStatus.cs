namespace SpecPush.Checkout;

/// <summary>Reads the status with two git processes: the second must not run the filters that the first one finds.</summary>
internal static class GitStatus
{
    private static readonly string[] Question =
        ["status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=all"];

    public static async Task<RepositoryStatus> ReadAsync(Git git, CancellationToken cancellationToken)
    {
        var directories = GitDirectories.Find(git.Root)
            ?? throw new CheckoutException(CheckoutFindings.Unusable(git.Root, "its .git is neither a folder nor a file that names one"));
        var configuration = await GitConfiguration.ReadAsync(git, cancellationToken);
        var status = await git.RunAsync([.. FilterSwitches(git, configuration), .. Question], cancellationToken);
        if (!status.Succeeded)
        {
            throw git.Failure(status);
        }

        return PorcelainStatus.Parse(status.Fields) with
        {
            Root = git.Root,
            GitDirectory = directories.Own,
            IsShallow = directories.IsShallow,
            IsSparse = configuration.IsSparse,
            OriginUrl = configuration.OriginUrl,
            DefaultBranch = directories.HidesReferences ? await AskForDefaultBranchAsync(git, cancellationToken) : directories.DefaultBranch,
        };
    }

    private static async Task<string?> AskForDefaultBranchAsync(Git git, CancellationToken cancellationToken)
    {
        const string RemoteHead = "refs/remotes/origin/";
        var answer = await git.RunAsync(["symbolic-ref", "--quiet", $"{RemoteHead}HEAD"], cancellationToken);
        return answer.Text.StartsWith(RemoteHead, StringComparison.Ordinal) ? answer.Text[RemoteHead.Length..] : null;
    }

    // A filter is a program named by the configuration, and `git status` would run it on every changed file. An empty command disables it.
    private static IEnumerable<string> FilterSwitches(Git git, GitConfiguration configuration)
    {
        // In -c, the key ends at the first equals sign, so such a name cannot be overridden.
        if (configuration.Filters.FirstOrDefault(static name => name.Contains('=', StringComparison.Ordinal)) is { } filter)
        {
            throw new CheckoutException(CheckoutFindings.Unusable(git.Root, $"the filter '{filter}' of its configuration cannot be switched off"));
        }

        return configuration.Filters.SelectMany(static name =>
            (string[])["-c", $"filter.{name}.clean=", "-c", $"filter.{name}.process=", "-c", $"filter.{name}.required=false"]);
    }
}

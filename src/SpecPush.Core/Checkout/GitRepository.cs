using System.Collections.Immutable;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>A checkout of git, read with a fixed number of processes whatever the number of files.</summary>
internal sealed class GitRepository(string root) : IRepository
{
    private readonly Git _git = new(root);

    public string Root => root;

    public async Task<RepositoryStatus> ReadStatusAsync(CancellationToken cancellationToken)
    {
        var facts = _git.RunAsync(["rev-parse", "--absolute-git-dir", "--is-shallow-repository"], cancellationToken);
        var origin = _git.RunAsync(["remote", "get-url", "origin"], cancellationToken);
        var parents = _git.RunAsync(["rev-list", "--parents", "-n1", "HEAD"], cancellationToken);
        var filters = await FilterSwitchesAsync(cancellationToken);
        var status = await _git.RunAsync(
            [.. filters, "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=all"], cancellationToken);
        var lines = (await facts).Text.Split('\n', StringSplitOptions.TrimEntries);
        if (!status.Succeeded || lines.Length < 2)
        {
            throw new CheckoutException(CheckoutFindings.Unusable(root, status.Succeeded ? (await facts).Error : status.Error));
        }

        return GitStatus.Parse(status.Fields) with
        {
            Root = root,
            GitDirectory = Path.GetFullPath(lines[0], root),
            IsShallow = lines[1] == "true",
            OriginUrl = (await origin).Succeeded ? (await origin).Text : null,
            HeadParents = (await parents).Succeeded ? [.. (await parents).Text.Split(' ').Skip(1)] : [],
        };
    }

    public async Task<RepositoryListing> ListFilesAsync(bool includeUntracked, CancellationToken cancellationToken)
    {
        var tracked = _git.RunAsync(["ls-files", "-z", "-t", "--stage"], cancellationToken);
        var untracked = includeUntracked
            ? await _git.RunAsync(["ls-files", "-z", "--others", "--exclude-standard"], cancellationToken)
            : null;
        return GitListing.Parse(root, (await tracked).Fields, untracked?.Fields ?? []);
    }

    public Task<ImmutableDictionary<string, string>> FindLastCommitsAsync(
        string commit, IReadOnlyCollection<string> paths, CancellationToken cancellationToken) => new GitHistory(_git).FindAsync(commit, paths, cancellationToken);

    public async Task<ImmutableDictionary<string, byte[]>> ReadCommittedAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var names = paths.Where(static path => !path.Contains('\n', StringComparison.Ordinal)).ToArray();
        var answer = await _git.RunAsync(["cat-file", "--batch"], cancellationToken, string.Concat(names.Select(static path => $"HEAD:{path}\n")));
        var contents = ImmutableDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        var rest = answer.Output.AsMemory();
        foreach (var name in names)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var header = Encoding.UTF8.GetString(rest.Span[..end]);
            rest = rest[(end + 1)..];
            if (!header.EndsWith(" missing", StringComparison.Ordinal))
            {
                var length = int.Parse(header[(header.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
                contents[name] = rest[..length].ToArray();
                rest = rest[(length + 1)..];
            }
        }

        return contents.ToImmutable();
    }

    public async Task<string?> ResolveCommitAsync(string revision, CancellationToken cancellationToken)
    {
        var answer = await _git.RunAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"], cancellationToken);
        return answer.Succeeded ? answer.Text : null;
    }

    // A filter is a program that the configuration names; `status` would run it on every changed file. An empty command is no filter.
    private async Task<IEnumerable<string>> FilterSwitchesAsync(CancellationToken cancellationToken)
    {
        var configured = await _git.RunAsync(["config", "-z", "--name-only", "--get-regexp", @"^filter\..*\.(clean|smudge|process|required)$"], cancellationToken);
        return configured.Fields
            .Select(static key => key[..key.LastIndexOf('.')])
            .Distinct(StringComparer.Ordinal)
            .SelectMany(static filter => (string[])["-c", $"{filter}.clean=", "-c", $"{filter}.process=", "-c", $"{filter}.required=false"]);
    }
}

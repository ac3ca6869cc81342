using System.Text.RegularExpressions;

namespace SpecPush.Reporting;

/// <summary>Links to files and lines on the hosts that the API documentation lists.</summary>
internal static partial class HostedSource
{
    /// <summary>Null for other hosts, and for paths that are not in the repository.</summary>
    /// <param name="repoUri"><c>host/owner/repo</c>.</param>
    /// <param name="commit">The commit to link to.</param>
    /// <param name="place"><c>path</c> or <c>path:line</c>.</param>
    public static string? AddressOf(string repoUri, string commit, string place)
    {
        var (repository, located) = (KnownRepository.Match(repoUri), Located.Match(place));
        if (!repository.Success || !located.Success)
        {
            return null;
        }

        var revision = Uri.EscapeDataString(commit);
        var path = string.Join('/', located.Groups["path"].Value.Split('/').Select(Uri.EscapeDataString));
        var line = located.Groups["line"].Value;
        return repository.Groups["host"].Value switch
        {
            "github.com" => $"https://{repoUri}/blob/{revision}/{path}{Fragment("L")}",
            "gitlab.com" => $"https://{repoUri}/-/blob/{revision}/{path}{Fragment("L")}",
            _ => $"https://{repoUri}/src/{revision}/{path}{Fragment("lines-")}",
        };

        string Fragment(string prefix) => line.Length == 0 ? "" : $"#{prefix}{line}";
    }

    // A segment of only dots would lead to another repository.
    [GeneratedRegex(@"\A(?<host>github\.com|gitlab\.com|bitbucket\.org)(/(?!\.+(/|\z))[A-Za-z0-9._-]+){2,}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex KnownRepository { get; }

    [GeneratedRegex(@"\A(?!.*(\A|/)\.+(/|\z))(?<path>[^\r\n]+?)(:(?<line>\d+))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Located { get; }
}

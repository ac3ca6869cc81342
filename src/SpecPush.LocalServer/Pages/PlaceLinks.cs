using System.Text.RegularExpressions;
using SpecPush.LocalServer.Contents;

namespace SpecPush.LocalServer.Pages;

/// <summary>Addresses of files and lines on the hosts that the API names for links.</summary>
internal static partial class PlaceLinks
{
    public static PlaceView Of(StoredBranch branch, string place, bool isTest) => new(place, isTest, AddressOf(branch, place));

    private static string? AddressOf(StoredBranch branch, string place)
    {
        var (repository, located) = (KnownRepository.Match(branch.RepoUri), Located.Match(place));
        if (!repository.Success || !located.Success)
        {
            return null;
        }

        var commit = Uri.EscapeDataString(branch.CommitHash);
        var path = string.Join('/', located.Groups["path"].Value.Split('/').Select(Uri.EscapeDataString));
        var line = located.Groups["line"].Value;
        return repository.Groups["host"].Value switch
        {
            "github.com" => $"https://{branch.RepoUri}/blob/{commit}/{path}{Fragment("L")}",
            "gitlab.com" => $"https://{branch.RepoUri}/-/blob/{commit}/{path}{Fragment("L")}",
            _ => $"https://{branch.RepoUri}/src/{commit}/{path}{Fragment("lines-")}",
        };

        string Fragment(string prefix) => line.Length == 0 ? "" : $"#{prefix}{line}";
    }

    // A segment of dots alone would lead to another repository.
    [GeneratedRegex(@"\A(?<host>github\.com|gitlab\.com|bitbucket\.org)(/(?!\.+(/|\z))[A-Za-z0-9._-]+){2,}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex KnownRepository { get; }

    [GeneratedRegex(@"\A(?!.*(\A|/)\.+(/|\z))(?<path>[^\r\n]+?)(:(?<line>\d+))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Located { get; }
}

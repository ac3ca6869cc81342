using System.Text.RegularExpressions;
using SpecPush.Findings;

namespace SpecPush.Checkout;

/// <summary>
/// Spells a repository as the official CLI does (<c>normalizeRepoUri</c> in its <c>src/core/git.ts</c>), because the spelling is
/// part of the branch's identity on the server. The CLI mangles addresses with user and port; this does not.
/// </summary>
internal static partial class RepositoryUri
{
    // The URL class that the CLI uses (WHATWG) lowercases the host only for these schemes.
    private static readonly string[] SpecialSchemes = ["http", "https", "ftp", "ws", "wss"];

    /// <summary><c>host/owner/repo</c>; null for a remote without such a name, such as a local path.</summary>
    public static string? FromRemote(string remote)
    {
        var text = remote.Trim();
        if (text.Any(OneLine.IsInvisible))
        {
            return null;
        }

        text = text.EndsWith(".git", StringComparison.Ordinal) ? text[..^".git".Length] : text;
        if (Address.Match(text) is { Success: true } address)
        {
            return FromAddress(address.Groups["scheme"].Value, address.Groups["host"].Value, address.Groups["path"].Value);
        }

        if (Scp.Match(text) is { Success: true } scp)
        {
            return $"{scp.Groups["host"].Value}/{scp.Groups["path"].Value.TrimStart('/')}";
        }

        return Plain.IsMatch(text) ? text : null;
    }

    private static string? FromAddress(string scheme, string host, string path)
    {
        var isSpecial = SpecialSchemes.Contains(scheme, StringComparer.OrdinalIgnoreCase);
        path = path.Split('?', '#')[0].Trim('/');
        return host.Length == 0 || path.Length == 0
            ? null
            : $"{(isSpecial ? host.ToLowerInvariant() : host)}/{path.Replace(" ", "%20", StringComparison.Ordinal)}";
    }

    [GeneratedRegex(@"^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:[^/]*@)?(?<host>\[[^\]]*\]|[^/:?#@]*)(?::[0-9]*)?(?<path>/.*)?$", RegexOptions.Singleline)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"^[^@\s]+@(?<host>[^:\s]+):(?<path>.+)$")]
    private static partial Regex Scp { get; }

    [GeneratedRegex(@"^[^/\s@]+/[^/\s]+/.+")]
    private static partial Regex Plain { get; }
}

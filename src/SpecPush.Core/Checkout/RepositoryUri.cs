using System.Text.RegularExpressions;

namespace SpecPush.Checkout;

/// <summary>
/// Spells a repository as the official CLI does (<c>normalizeRepoUri</c> in its <c>src/core/git.ts</c>): the spelling is the
/// branch's identity on the server. It mangles addresses with user and port, which is not repeated here.
/// </summary>
internal static partial class RepositoryUri
{
    // Schemes whose host a WHATWG URL folds to lower case; the others keep it as it is written.
    private static readonly string[] SpecialSchemes = ["http", "https", "ftp", "ws", "wss"];

    /// <summary><c>host/owner/repo</c>, or null where the remote has no such name, as a local path.</summary>
    public static string? FromRemote(string remote)
    {
        var text = remote.Trim();
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

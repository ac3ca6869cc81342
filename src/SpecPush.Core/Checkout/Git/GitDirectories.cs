namespace SpecPush.Checkout;

/// <summary>
/// Where git keeps what belongs to a work tree, found without a process as git finds it (gitrepository-layout): <c>.git</c> is the
/// folder, or a file that names it; a linked work tree shares most of its folder with the others, and names that one in <c>commondir</c>.
/// </summary>
/// <param name="Own">Absolute path of what belongs to this work tree.</param>
/// <param name="Common">Absolute path of what all work trees share.</param>
internal sealed record GitDirectories(string Own, string Common)
{
    private const string Pointer = "gitdir:";
    private const string RemoteHead = "ref: refs/remotes/origin/";

    // One line with a path; what is longer is something else.
    private const int MaxPointer = 64 * 1024;

    /// <summary>Lists the commits at which the history ends, a line each; there only where it ends early.</summary>
    public string ShallowFile => Path.Combine(Common, "shallow");

    /// <summary>Whether the history ends early. git leaves the file empty when a fetch has completed it.</summary>
    public bool IsShallow => new FileInfo(ShallowFile) is { Exists: true, Length: > 0 };

    /// <summary>Whether references are not files of their own, so that only git can read them.</summary>
    public bool HidesReferences => Directory.Exists(Path.Combine(Common, "reftable"));

    /// <summary>The branch that <c>origin</c> checks out by default, as a clone noted it; null when it did not.</summary>
    public string? DefaultBranch => ReadLine(Path.Combine(Common, "refs", "remotes", "origin", "HEAD")) is { } line && line.StartsWith(RemoteHead, StringComparison.Ordinal)
        ? line[RemoteHead.Length..]
        : null;

    /// <summary>Null where <c>.git</c> is neither a folder nor a file that names one.</summary>
    public static GitDirectories? Find(string root)
    {
        var own = Path.Combine(root, ".git");
        if (!Directory.Exists(own))
        {
            if (ReadLine(own) is not { } line || !line.StartsWith(Pointer, StringComparison.Ordinal))
            {
                return null;
            }

            own = Path.GetFullPath(line[Pointer.Length..].Trim(), root);
        }

        return new GitDirectories(own, ReadLine(Path.Combine(own, "commondir")) is { } common ? Path.GetFullPath(common, own) : own);
    }

    private static string? ReadLine(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= MaxPointer } ? File.ReadAllText(path).TrimEnd('\n', '\r') : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

using SpecPush.Files;

namespace SpecPush.Checkout;

/// <summary>
/// The git directories of a work tree, found without starting git (gitrepository-layout): <c>.git</c> is the directory, or a file
/// with its path; in a linked work tree, <c>commondir</c> holds the path of the directory that all work trees share.
/// </summary>
/// <param name="Own">Absolute path of this work tree's directory.</param>
/// <param name="Common">Absolute path of the directory that all work trees share.</param>
internal sealed record GitDirectories(string Own, string Common)
{
    private const string Pointer = "gitdir:";
    private const string RemoteHead = "ref: refs/remotes/origin/";

    // These files hold one path; anything longer is something else.
    private const int MaxPointer = 64 * 1024;

    /// <summary>Lists the commits at which a shallow clone ends, one per line; missing in a complete clone.</summary>
    public string ShallowFile => Path.Combine(Common, "shallow");

    /// <summary>Whether the clone is shallow. git leaves the file empty after a fetch that completes the history.</summary>
    public bool IsShallow => new FileInfo(ShallowFile) is { Exists: true, Length: > 0 };

    /// <summary>Whether references are in a reftable, which only git can read.</summary>
    public bool HidesReferences => Directory.Exists(Path.Combine(Common, "reftable"));

    /// <summary>The default branch of <c>origin</c> when it was cloned; null if unknown.</summary>
    public string? DefaultBranch => ReadLine(Path.Combine(Common, "refs", "remotes", "origin", "HEAD")) is { } line && line.StartsWith(RemoteHead, StringComparison.Ordinal)
        ? line[RemoteHead.Length..]
        : null;

    /// <summary>Null if <c>.git</c> is neither a directory nor a file with the path of one.</summary>
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
            return new FileInfo(path) is { Exists: true, Length: <= MaxPointer } ? RegularFile.ReadAllText(path).TrimEnd('\n', '\r') : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

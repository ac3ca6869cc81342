using System.Collections.Immutable;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>Reads <c>git ls-files -z -v --stage</c> and leaves what may be read: present, regular, no link, no submodule.</summary>
/// <param name="root">The work tree's root.</param>
/// <param name="unchanged">What is known of the files; null for nothing.</param>
internal sealed class GitListing(string root, UnchangedFiles? unchanged)
{
    private const char Skipped = 'S';
    private const char Plain = 'H';

    private readonly WorkTree _workTree = new(root);
    private readonly List<RepositoryFile> _files = [];
    private readonly List<string> _missing = [];

    public RepositoryListing Parse(ReadOnlySpan<byte> tracked, string[] untracked, CancellationToken cancellationToken)
    {
        while (tracked.IndexOf((byte)0) is >= 0 and var end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddTracked(tracked[..end]);
            tracked = tracked[(end + 1)..];
        }

        var known = untracked.Length == 0 ? [] : _files.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        _files.AddRange(untracked
            .Where(path => !known.Contains(path) && !IgnoredFolders.IsOutput(path) && _workTree.HasRegularFile(path))
            .Select(static path => new RepositoryFile(path, IsTracked: false)));
        Sort(_files);
        return new RepositoryListing([.. _files], [.. _missing.Order(StringComparer.Ordinal)]);
    }

    // "H 100644 <hash> <stage>\t<path>"; 120000 is a link and 160000 a submodule. Unmerged paths come up to three times in a row.
    private void AddTracked(ReadOnlySpan<byte> line)
    {
        if (!line[2..].StartsWith("100"u8))
        {
            return;
        }

        var tab = line.IndexOf((byte)'\t');
        var path = Encoding.UTF8.GetString(line[(tab + 1)..]);
        if (_files.Count > 0 && _files[^1].Path == path)
        {
            return;
        }

        var isKnown = line[0] == Plain && unchanged?.Contains(path) == true;
        if (isKnown || _workTree.HasRegularFile(path))
        {
            _files.Add(new RepositoryFile(path, IsTracked: true, isKnown && !unchanged!.IsConverted(path) ? BlobIn(line[..tab]) : null));
        }
        else if (line[0] == Skipped)
        {
            // To be skipped in the work tree. Some set this by hand to hide local changes: then the file is there.
            _missing.Add(path);
        }
    }

    private static BlobId? BlobIn(ReadOnlySpan<byte> columns)
    {
        var hash = columns["H 100644 ".Length..];
        return BlobId.Parse(hash[..hash.IndexOf((byte)' ')]);
    }

    // git sorts in nearly the same order.
    private static void Sort(List<RepositoryFile> files)
    {
        for (var index = 1; index < files.Count; index++)
        {
            if (string.CompareOrdinal(files[index - 1].Path, files[index].Path) > 0)
            {
                files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
                return;
            }
        }
    }
}

/// <summary>Which tracked files git found as they are in its index: they are there, they are regular, and no link leads to them.</summary>
/// <param name="changes">All others.</param>
/// <param name="converted">Files whose content a filter or an encoding makes from what git keeps.</param>
internal sealed class UnchangedFiles(ImmutableArray<FileChange> changes, string[] converted)
{
    // A name that is not valid Unicode is not found again under the name that it was decoded to.
    private const char Undecodable = '\uFFFD';

    private readonly HashSet<string> _changed = changes.Select(static change => change.Path).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _converted = [.. converted];

    public bool Contains(string path) => !_changed.Contains(path) && !path.Contains(Undecodable, StringComparison.Ordinal);

    public bool IsConverted(string path) => _converted.Contains(path);
}

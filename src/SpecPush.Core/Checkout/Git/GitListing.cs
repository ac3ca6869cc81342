using System.Collections.Immutable;
using System.Text;

namespace SpecPush.Checkout;

/// <summary>Reads <c>git ls-files -z -v --stage</c>, and keeps only regular files that are present: no links, no submodules.</summary>
/// <param name="root">The work tree's root.</param>
/// <param name="unchanged">The files that are known to be unchanged; null if unknown.</param>
internal sealed class GitListing(string root, Task<UnchangedFiles?> unchanged)
{
    private const char Skipped = 'S';
    private const char Plain = 'H';

    private readonly WorkTree _workTree = new(root);
    private readonly List<RepositoryFile> _files = [];
    private readonly List<string> _missing = [];

    /// <summary>Reads the answer as it comes, because it is long in a large repository, and nothing but this needs it.</summary>
    public async Task ReadAsync(Stream answer)
    {
        var known = await unchanged;
        var (buffer, length) = (new byte[64 * 1024], 0);
        while (await answer.ReadAsync(buffer.AsMemory(length)) is > 0 and var read)
        {
            length += read;
            var rest = buffer.AsMemory(0, length);
            while (rest.Span.IndexOf((byte)0) is >= 0 and var end)
            {
                AddTracked(rest.Span[..end], known);
                rest = rest[(end + 1)..];
            }

            rest.CopyTo(buffer);
            length = rest.Length;
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    /// <summary>Everything that was read, and these untracked files.</summary>
    public RepositoryListing Complete(string[] untracked)
    {
        var known = untracked.Length == 0 ? [] : _files.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        _files.AddRange(untracked
            .Where(path => !known.Contains(path) && !IgnoredFolders.IsOutput(path) && _workTree.HasRegularFile(path))
            .Select(static path => new RepositoryFile(path, IsTracked: false)));
        Sort(_files);
        return new RepositoryListing([.. _files], [.. _missing.Order(StringComparer.Ordinal)]);
    }

    // "H 100644 <hash> <stage>\t<path>"; mode 120000 is a link and 160000 a submodule. Unmerged paths are listed up to three times in a row.
    private void AddTracked(ReadOnlySpan<byte> line, UnchangedFiles? known)
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

        var isKnown = line[0] == Plain && known?.Contains(path) == true;
        if (isKnown || _workTree.HasRegularFile(path))
        {
            _files.Add(new RepositoryFile(path, IsTracked: true, isKnown && !known!.IsConverted(path) ? BlobIn(line[..tab]) : null));
        }
        else if (line[0] == Skipped && GitPath.IsValid(path))
        {
            // Skip-worktree. Some people set it by hand to hide local changes; then the file is present.
            _missing.Add(path);
        }
    }

    private static BlobId? BlobIn(ReadOnlySpan<byte> columns)
    {
        var hash = columns["H 100644 ".Length..];
        return BlobId.Parse(hash[..hash.IndexOf((byte)' ')]);
    }

    // git's order is usually the same, so there is rarely anything to sort.
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

/// <summary>Which tracked files are as in git's index, and so are present, regular, and not behind a link.</summary>
/// <param name="changes">All other tracked files.</param>
/// <param name="converted">Files that git checks out through a filter or an encoding.</param>
internal sealed class UnchangedFiles(ImmutableArray<FileChange> changes, string[] converted)
{
    private readonly HashSet<string> _changed = changes.Select(static change => change.Path).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _converted = [.. converted];

    public bool Contains(string path) => !_changed.Contains(path) && GitPath.IsValid(path);

    public bool IsConverted(string path) => _converted.Contains(path);
}

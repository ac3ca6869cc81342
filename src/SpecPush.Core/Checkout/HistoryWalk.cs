namespace SpecPush.Checkout;

/// <summary>
/// Answers what <c>git log -1 COMMIT -- PATH</c> answers, for many paths at once, from
/// <c>git log --pretty=short --parents --full-history --sparse -m --name-only -z</c>. As git does when it simplifies history
/// (git-log, "History Simplification"), it goes from a merge to the first parent in which the file is the same; where there is
/// none, the commit is the answer.
/// </summary>
internal sealed class HistoryWalk
{
    private readonly Dictionary<string, Commit> _commits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths;
    private Commit? _current;
    private string? _currentParent;

    public HistoryWalk(string start, IReadOnlyCollection<string> paths)
    {
        _paths = [.. paths];
        _waiting[start] = [.. paths];
    }

    public Dictionary<string, string> Found { get; } = new(StringComparer.Ordinal);

    public bool IsComplete => Found.Count == _paths.Count;

    /// <summary>Takes the next field of the output: a commit's header with its first file name, or a further file name.</summary>
    public void Read(string field)
    {
        const string Header = "commit ";
        if (field.StartsWith(Header, StringComparison.Ordinal) && field.Contains('\n', StringComparison.Ordinal))
        {
            ReadHeader(field[Header.Length..field.IndexOf('\n', StringComparison.Ordinal)].TrimEnd());
            field = field[(field.LastIndexOf('\n') + 1)..];
        }

        if (_paths.Contains(field))
        {
            _current!.Changed(_currentParent).Add(field);
        }
    }

    /// <summary>There is no more output.</summary>
    public void Finish() => Settle();

    private void ReadHeader(string header)
    {
        var from = header.IndexOf(" (from ", StringComparison.Ordinal);
        var hashes = (from < 0 ? header : header[..from]).Split(' ');
        if (_current?.Hash != hashes[0])
        {
            Settle();
            _current = new Commit(hashes[0], hashes[1..]);
        }

        _currentParent = from < 0 ? hashes.ElementAtOrDefault(1) : header[(from + " (from ".Length)..^1];
    }

    private void Settle()
    {
        if (_current is not { } commit)
        {
            return;
        }

        _commits[commit.Hash] = commit;
        _current = null;
        if (_waiting.Remove(commit.Hash, out var paths))
        {
            foreach (var path in paths)
            {
                Follow(path, commit);
            }
        }
    }

    private void Follow(string path, Commit commit)
    {
        while (commit.FirstParentWithSame(path) is { } parent)
        {
            if (!_commits.TryGetValue(parent, out var next))
            {
                if (!_waiting.TryGetValue(parent, out var waiting))
                {
                    _waiting[parent] = waiting = [];
                }

                waiting.Add(path);
                return;
            }

            commit = next;
        }

        Found[path] = commit.Hash;
    }

    private sealed class Commit(string hash, string[] parents)
    {
        private readonly Dictionary<string, HashSet<string>> _changed = new(StringComparer.Ordinal);

        public string Hash => hash;

        // A root is compared with nothing, which is no parent.
        public HashSet<string> Changed(string? parent)
        {
            var key = parent ?? "";
            if (!_changed.TryGetValue(key, out var paths))
            {
                _changed[key] = paths = new HashSet<string>(StringComparer.Ordinal);
            }

            return paths;
        }

        public string? FirstParentWithSame(string path) =>
            parents.FirstOrDefault(parent => !_changed.TryGetValue(parent, out var changed) || !changed.Contains(path));
    }
}

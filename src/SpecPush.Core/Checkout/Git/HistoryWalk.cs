namespace SpecPush.Checkout;

/// <summary>
/// Does for many paths at once what <c>git log -1 COMMIT -- PATH</c> does for one. As in git's simplified history (git-log,
/// "History Simplification"), a commit's first parent with the same file comes next; without such a parent, the commit is the
/// answer.
/// </summary>
internal sealed class HistoryWalk
{
    private readonly Dictionary<string, Commit> _commits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths;
    private int _open;

    public HistoryWalk(string start, IReadOnlyCollection<string> paths)
    {
        _paths = new HashSet<string>(paths, StringComparer.Ordinal);
        _waiting[start] = [.. _paths];
        _open = _paths.Count;
    }

    public Dictionary<string, string> Found { get; } = new(StringComparer.Ordinal);

    public bool IsComplete => _open == 0;

    /// <summary>Adds the next commit, compared with each of its parents.</summary>
    public void Add(IReadOnlyList<HistoryEntry> comparisons)
    {
        var commit = new Commit(comparisons[0]);
        foreach (var entry in comparisons)
        {
            commit.Changed[entry.ComparedWith ?? ""] = entry.Changed.Where(_paths.Contains).ToHashSet(StringComparer.Ordinal);
        }

        _commits[commit.Hash] = commit;
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

        _open--;
        if (commit.Touches(path))
        {
            Found[path] = commit.Hash;
        }
    }

    private sealed class Commit(HistoryEntry entry)
    {
        public string Hash => entry.Commit;

        // By parent; the key is empty for a commit without parents.
        public Dictionary<string, HashSet<string>> Changed { get; } = new(StringComparer.Ordinal);

        public string? FirstParentWithSame(string path) => entry.Parents.FirstOrDefault(parent => !Differs(parent, path));

        // A path that is missing even from the root commit has no last commit.
        public bool Touches(string path) => !entry.Parents.IsEmpty || Differs("", path);

        private bool Differs(string parent, string path) => Changed.TryGetValue(parent, out var paths) && paths.Contains(path);
    }
}

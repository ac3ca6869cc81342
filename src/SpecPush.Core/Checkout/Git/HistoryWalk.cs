namespace SpecPush.Checkout;

/// <summary>
/// Answers for many paths at once what <c>git log -1 COMMIT -- PATH</c> answers for one. As git does when it simplifies history
/// (git-log, "History Simplification"), it goes from a commit to its first parent in which the file is the same; where there is
/// none, the commit is the answer.
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

    /// <summary>Takes the next commit, with what it changed against each of its parents.</summary>
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

        // By parent; nothing stands for the parent of a commit that has none.
        public Dictionary<string, HashSet<string>> Changed { get; } = new(StringComparer.Ordinal);

        public string? FirstParentWithSame(string path) => entry.Parents.FirstOrDefault(parent => !Differs(parent, path));

        // A path that is not even in the first commit has no last one.
        public bool Touches(string path) => !entry.Parents.IsEmpty || Differs("", path);

        private bool Differs(string parent, string path) => Changed.TryGetValue(parent, out var paths) && paths.Contains(path);
    }
}

using System.Collections.Immutable;

namespace SpecPush.Tool.Initialization;

/// <summary>A proposed change to a file.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Why">Its purpose, as the end of a line.</param>
/// <param name="Before">The current content; null if the file does not exist.</param>
/// <param name="After">The proposed content.</param>
internal sealed record ProposedChange(string Path, string Why, byte[]? Before, byte[] After)
{
    /// <summary>The removed and the added lines.</summary>
    public (int FirstLine, ImmutableArray<string> Removed, ImmutableArray<string> Added) Lines()
    {
        var (before, after) = (Split(Before ?? []), Split(After));
        var shorter = Math.Min(before.Length, after.Length);
        var start = Enumerable.Range(0, shorter).TakeWhile(line => before[line] == after[line]).Count();
        var end = Enumerable.Range(1, shorter - start).TakeWhile(line => before[^line] == after[^line]).Count();
        return (start + 1, [.. before[start..^end]], [.. after[start..^end]]);
    }

    private static string[] Split(byte[] content) => SourceText.Decode(content)!.Text.TrimEnd('\n').Split('\n') is var lines && content.Length > 0 ? lines : [];
}

/// <summary>The changes that <c>init</c> proposes, and notes about what it leaves to the user.</summary>
internal sealed record Proposal(ImmutableArray<ProposedChange> Changes, ImmutableArray<string> Notes)
{
    public static Proposal Nothing { get; } = new([], []);

    public static Proposal Change(params ImmutableArray<ProposedChange> changes) => new(changes, []);

    public static Proposal Note(string note) => new([], [note]);

    public static Proposal Join(IEnumerable<Proposal> proposals) => proposals.Aggregate(
        Nothing, static (all, one) => new Proposal([.. all.Changes, .. one.Changes], [.. all.Notes, .. one.Notes]));
}

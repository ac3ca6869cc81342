using System.Collections.Immutable;
using SpecPush.Comparison;

namespace SpecPush.Reporting;

/// <summary>The words for changes in every rendering.</summary>
internal static class ChangeWords
{
    /// <summary>What happened to one requirement, as the end of a sentence.</summary>
    public static string For(ChangeKind kind) => kind switch
    {
        ChangeKind.LostTests => "lost its last test",
        ChangeKind.Untested => "has no test",
        ChangeKind.Removed => "removed",
        ChangeKind.Reworded => "reworded",
        ChangeKind.Renamed => "renamed",
        ChangeKind.Deprecated => "deprecated",
        ChangeKind.Restored => "no longer deprecated",
        ChangeKind.Added => "added",
        ChangeKind.LostReferences => "lost its last reference in code",
        ChangeKind.GainedTest => "gained its first test",
        ChangeKind.GainedReference => "gained its first reference in code",
        ChangeKind.Moved => "moved",
        _ => "tests not known",
    };

    /// <summary>What happened to <paramref name="count"/> requirements, as the end of a sentence.</summary>
    public static string For(ChangeKind kind, int count) => kind switch
    {
        ChangeKind.LostTests when count > 1 => "lost their last test",
        ChangeKind.Untested => "newly without a test",
        ChangeKind.LostReferences => count > 1 ? "lost their last reference in code" : "lost its last reference in code",
        ChangeKind.GainedTest when count > 1 => "gained their first test",
        ChangeKind.GainedReference when count > 1 => "gained their first reference in code",
        ChangeKind.TestsUnknown => "with tests that cannot be compared",
        _ => For(kind),
    };

    /// <summary>How many requirements changed in each way, most important first.</summary>
    public static ImmutableArray<(ChangeKind Kind, int Count)> Count(IReadOnlyCollection<RequirementChange> changes) =>
    [
        .. changes.SelectMany(KindsOf).GroupBy(static kind => kind).OrderBy(static kind => kind.Key).Select(static kind => (kind.Key, kind.Count())),
    ];

    /// <summary>How one requirement changed, without a kind that another kind implies.</summary>
    public static IEnumerable<ChangeKind> KindsOf(RequirementChange change) =>
        change.Changes.Where(kind => kind != ChangeKind.Untested || !change.Has(ChangeKind.LostTests));

    /// <summary>The changes of one requirement, in words.</summary>
    public static string For(RequirementChange change) => string.Join(", ", KindsOf(change).Select(kind => kind switch
    {
        ChangeKind.Untested when change.Has(ChangeKind.Added) => "added without a test",
        ChangeKind.Renamed => $"renamed from {change.OldAcid}",
        ChangeKind.Moved when change.OldPath is { } path => $"moved from {path}",
        _ => For(kind),
    }).Except(change.Has(ChangeKind.Untested) && change.Has(ChangeKind.Added) ? [For(ChangeKind.Added)] : []));
}

using System.Collections.Immutable;
using System.Globalization;
using SpecPush.References;

namespace SpecPush.Comparison;

/// <summary>Finds how requirements differ.</summary>
internal static class RequirementChanges
{
    /// <summary>The requirements that differ, most important first.</summary>
    public static ImmutableArray<RequirementChange> From(ImmutableArray<RequirementPair> pairs, TestKnowledge knowledge) =>
    [
        .. pairs.Select(pair => From(pair, knowledge)).OfType<RequirementChange>()
            .OrderBy(static change => change.Changes[0])
            .ThenBy(static change => change.Product, StringComparer.Ordinal)
            .ThenBy(static change => change.Path, StringComparer.Ordinal)
            .ThenBy(static change => change.Line)
            .ThenBy(static change => change.Acid, StringComparer.Ordinal),
    ];

    private static RequirementChange? From(RequirementPair pair, TestKnowledge knowledge)
    {
        var (old, @new) = (pair.Old, pair.New);
        var tests = knowledge.Tests(old?.Acid, @new?.Acid);
        ImmutableArray<ChangeKind> kinds = [.. KindsOf(pair).Concat(@new is null ? [] : KindsOf(pair, tests, knowledge.Code(old?.Acid, @new.Acid))).Order()];
        var placed = @new ?? old!;
        return kinds.IsEmpty ? null : new RequirementChange
        {
            Product = placed.Product,
            Acid = placed.Acid,
            Changes = kinds,
            Text = placed.Requirement.Text,
            Path = placed.Path,
            Line = placed.Requirement.Location.Line,
            OldText = kinds.Contains(ChangeKind.Reworded) ? old!.Requirement.Text : null,
            OldAcid = kinds.Contains(ChangeKind.Renamed) ? old!.Acid : null,
            OldPath = kinds.Contains(ChangeKind.Moved) && old!.Path != placed.Path ? old.Path : null,
            Tests = PlacesOf(tests.New),
            LostTests = kinds.Contains(ChangeKind.LostTests) ? PlacesOf(tests.Old) : [],
        };
    }

    private static IEnumerable<ChangeKind> KindsOf(RequirementPair pair)
    {
        if (pair is not { Old: { } old, New: { } @new })
        {
            return [pair.Old is null ? ChangeKind.Added : ChangeKind.Removed];
        }

        return Kinds(
            (ChangeKind.Reworded, RequirementPairs.WithoutBreaks(old.Requirement.Text) != RequirementPairs.WithoutBreaks(@new.Requirement.Text)),
            (ChangeKind.Renamed, old.Acid != @new.Acid),
            (ChangeKind.Moved, old.Path != @new.Path || old.Product != @new.Product),
            (ChangeKind.Deprecated, !old.Requirement.Deprecated && @new.Requirement.Deprecated),
            (ChangeKind.Restored, old.Requirement.Deprecated && !@new.Requirement.Deprecated));
    }

    // A deprecated requirement is expected to lose its tests.
    private static IEnumerable<ChangeKind> KindsOf(RequirementPair pair, Difference<Reference> tests, Difference<Reference> code) =>
        pair.New!.Requirement.Deprecated ? [] : Kinds(
            (ChangeKind.LostTests, pair.Old is not null && tests.Lost),
            (ChangeKind.Untested, tests.New.IsEmpty && (pair.Old is null or { Requirement.Deprecated: true } || tests.Lost)),
            (ChangeKind.GainedTest, pair.Old is not null && tests.Gained),
            (ChangeKind.LostReferences, pair.Old is not null && code.Lost),
            (ChangeKind.GainedReference, pair.Old is not null && code.Gained),
            (ChangeKind.TestsUnknown, pair.Old is not null && tests.IsUnknown));

    private static IEnumerable<ChangeKind> Kinds(params (ChangeKind Kind, bool Applies)[] candidates) =>
        candidates.Where(static candidate => candidate.Applies).Select(static candidate => candidate.Kind);

    private static ImmutableArray<string> PlacesOf(ImmutableArray<Reference> references) =>
        [.. references.Select(static reference => string.Create(CultureInfo.InvariantCulture, $"{reference.Path}:{reference.Line}"))];
}

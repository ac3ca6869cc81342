using System.Collections.Immutable;

namespace SpecPush.Checkout;

/// <summary>What changed in a commit, compared with one of its parents; with nothing (null) in a commit that has none.</summary>
internal sealed record HistoryEntry(string Commit, ImmutableArray<string> Parents, string? ComparedWith, ImmutableArray<string> Changed);

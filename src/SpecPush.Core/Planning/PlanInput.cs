using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.References;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Planning;

/// <summary>Everything that a plan depends on.</summary>
internal sealed record PlanInput
{
    public required PushContext Context { get; init; }

    public required PushSettings Settings { get; init; }

    public required ImmutableArray<Spec> Specs { get; init; }

    public required ImmutableArray<Reference> References { get; init; }

    /// <summary>The last commit of each spec, by path; the pushed commit replaces a missing one.</summary>
    public required IReadOnlyDictionary<string, string> LastCommits { get; init; }

    /// <summary>Whether references replace those on the server; see <see cref="CompletenessClaim"/>.</summary>
    public required bool Override { get; init; }

    /// <summary>Features that references were sent for before, each with one of their ACIDs; null when nothing is remembered.</summary>
    public required ImmutableDictionary<string, string>? SentFeatures { get; init; }

    /// <summary>Features whose specs were deleted, each with one of their ACIDs. Looked for only where nothing is remembered and <see cref="CanEmptyUnsent"/>.</summary>
    public ImmutableDictionary<string, string> RemovedFeatures { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Whether a feature may be emptied that this checkout is not known to have sent. An empty list hides what an implementation inherits, so only
    /// where there is no parent, and where pushes come from for certain: the default branch.
    /// </summary>
    public bool CanEmptyUnsent => Override && SentFeatures is null && Context.Branch == Context.DefaultBranch && Settings.Parents.Entries.IsEmpty;
}

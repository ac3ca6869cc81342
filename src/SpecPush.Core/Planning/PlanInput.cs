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

    /// <summary>The last commit of each spec, by path; if missing, the pushed commit is used.</summary>
    public required IReadOnlyDictionary<string, string> LastCommits { get; init; }

    /// <summary>Whether references replace those on the server; see <see cref="CompletenessClaim"/>.</summary>
    public required bool Override { get; init; }

    /// <summary>Features whose references were sent before, each with one of their ACIDs; null if unknown.</summary>
    public required ImmutableDictionary<string, string>? SentFeatures { get; init; }

    /// <summary>Features whose specs were deleted, each with one of their ACIDs; only filled if <see cref="CanEmptyUnsent"/>.</summary>
    public ImmutableDictionary<string, string> RemovedFeatures { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Whether to remove the references of features that this checkout may never have sent. An empty list hides references inherited
    /// from a parent implementation, so this is allowed only without a parent and on the default branch, which is surely pushed.
    /// </summary>
    public bool CanEmptyUnsent => Override && SentFeatures is null && Context.Branch == Context.DefaultBranch && Settings.Parents.Entries.IsEmpty;
}

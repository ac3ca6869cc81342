using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Pushing;

namespace SpecPush.Run;

/// <summary>The result of <see cref="PushStage"/>.</summary>
internal sealed record PushStageResult
{
    public bool Pushed { get; init; }

    /// <summary>Whether anything was sent.</summary>
    public bool HasSent { get; init; }

    public ImmutableArray<PushResult> Results { get; init; } = [];

    /// <summary>What would have been sent; only for a rehearsal.</summary>
    public ImmutableArray<PlannedPush>? Planned { get; init; }

    public ImmutableArray<Finding> Findings { get; init; } = [];

    public NotPushedReason? Reason { get; init; }

    public static PushStageResult NotTried(NotPushedReason reason) => new() { Reason = reason };
}

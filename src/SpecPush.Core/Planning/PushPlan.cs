using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Planning;

/// <summary>What to send, in this order, one after another.</summary>
internal sealed record PushPlan(ImmutableArray<PlannedRequest> Requests, ImmutableArray<Finding> Findings);

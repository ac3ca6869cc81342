using System.Collections.Immutable;
using SpecPush.Reporting;

namespace SpecPush.Checkout;

/// <summary>What a push would be about, and what was odd in finding it out.</summary>
internal sealed record ContextResolution(PushContext Context, ImmutableArray<Finding> Findings);

using System.Collections.Immutable;
using SpecPush.Reporting;

namespace SpecPush.Specs;

/// <summary>What was read from spec files.</summary>
/// <param name="Specs">The valid ones, by path in ordinal order.</param>
/// <param name="Findings">What is wrong or odd in all of them.</param>
internal sealed record SpecReading(ImmutableArray<Spec> Specs, ImmutableArray<Finding> Findings);

using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <param name="Specs">The valid ones, ordered by path.</param>
/// <param name="Findings">What is to say about all files, the invalid ones included.</param>
internal sealed record SpecReading(ImmutableArray<Spec> Specs, ImmutableArray<Finding> Findings);

using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>What stands below a spec's <c>feature</c> key.</summary>
internal sealed record FeatureHeader
{
    public required string Name { get; init; }

    public required string Product { get; init; }

    public string? Version { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<string> Prerequisites { get; init; } = [];

    public required ImmutableDictionary<string, SourceLocation> Keys { get; init; }
}

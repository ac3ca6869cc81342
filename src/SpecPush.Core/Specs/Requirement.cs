using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>One acceptance criterion of a feature.</summary>
internal sealed record Requirement
{
    /// <summary><c>feature.GROUP.1</c> or <c>feature.GROUP.1-2</c>.</summary>
    public required string Acid { get; init; }

    public required string Text { get; init; }

    public bool Deprecated { get; init; }

    public string? Note { get; init; }

    public ImmutableArray<string> ReplacedBy { get; init; } = [];

    /// <summary>Where its key stands.</summary>
    public required SourceLocation Location { get; init; }
}

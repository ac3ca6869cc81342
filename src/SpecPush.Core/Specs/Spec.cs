using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>A valid <c>feature.yaml</c>; everything in it can be sent as it is.</summary>
internal sealed record Spec
{
    /// <summary>Relative to the repository root, with <c>/</c>.</summary>
    public required string Path { get; init; }

    public required string Product { get; init; }

    public required string Feature { get; init; }

    /// <summary><c>x.y.z</c>; null if the file has none, or one that the server would refuse.</summary>
    public string? Version { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<string> Prerequisites { get; init; } = [];

    public ImmutableArray<Requirement> Requirements { get; init; } = [];

    /// <summary>The file's text, without its byte-order mark.</summary>
    public required string RawContent { get; init; }

    /// <summary>The locations of the keys in the <c>feature</c> section, such as <c>name</c> and <c>product</c>.</summary>
    public required ImmutableDictionary<string, SourceLocation> FeatureKeys { get; init; }
}

/// <summary>One acceptance criterion of a feature.</summary>
internal sealed record Requirement
{
    /// <summary><c>feature.GROUP.1</c> or <c>feature.GROUP.1-2</c>.</summary>
    public required string Acid { get; init; }

    public required string Text { get; init; }

    public bool Deprecated { get; init; }

    public string? Note { get; init; }

    public ImmutableArray<string> ReplacedBy { get; init; } = [];

    /// <summary>The location of its key.</summary>
    public required SourceLocation Location { get; init; }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SpecPush.Comparison;

/// <summary>What a change does to the requirements.</summary>
public sealed record RequirementComparison
{
    /// <summary>The commit that the checkout is compared with: its merge base with <see cref="With"/>.</summary>
    public required string Base { get; init; }

    /// <summary>The branch or commit that the user or the pull request names. Untrusted text.</summary>
    public required string With { get; init; }

    /// <summary>Every requirement that differs, most important first.</summary>
    public ImmutableArray<RequirementChange> Requirements { get; init; } = [];

    /// <summary>Specs that are invalid on one side; their requirements are not compared.</summary>
    public ImmutableArray<string> InvalidSpecs { get; init; } = [];

    /// <summary>Projects whose compiled tests are not known on both sides; only their text is compared.</summary>
    public ImmutableArray<string> UnknownProjects { get; init; } = [];
}

/// <summary>How one requirement differs.</summary>
public sealed record RequirementChange
{
    /// <summary>Its product. Like <see cref="Acid"/>, <see cref="Text"/>, <see cref="Path"/> and <see cref="Line"/>, this is the current value, or the old one if the requirement was removed.</summary>
    public required string Product { get; init; }

    /// <summary>Its ID.</summary>
    public required string Acid { get; init; }

    /// <summary>How it differs, most important first.</summary>
    public required ImmutableArray<ChangeKind> Changes { get; init; }

    /// <summary>The requirement itself. Untrusted text.</summary>
    public required string Text { get; init; }

    /// <summary>The spec's file.</summary>
    public required string Path { get; init; }

    /// <summary>Its line in the spec, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The old text of a reworded requirement.</summary>
    public string? OldText { get; init; }

    /// <summary>The old ID of a renamed requirement.</summary>
    public string? OldAcid { get; init; }

    /// <summary>The old spec of a moved requirement.</summary>
    public string? OldPath { get; init; }

    /// <summary>Its tests, each <c>path:line</c>.</summary>
    public ImmutableArray<string> Tests { get; init; } = [];

    /// <summary>Its former tests, if it lost all of them.</summary>
    public ImmutableArray<string> LostTests { get; init; } = [];

    /// <summary>Whether it differs in this way.</summary>
    public bool Has(ChangeKind kind) => Changes.Contains(kind);
}

/// <summary>How a requirement can differ, most important first.</summary>
public enum ChangeKind
{
    /// <summary>It lost its last test.</summary>
    [JsonStringEnumMemberName("lostTests")]
    LostTests,

    /// <summary>It is new, was deprecated or had a test, and now no test refers to it.</summary>
    [JsonStringEnumMemberName("untested")]
    Untested,

    /// <summary>It was removed.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,

    /// <summary>Its text changed.</summary>
    [JsonStringEnumMemberName("reworded")]
    Reworded,

    /// <summary>It has a new ID, but the text of one that was removed.</summary>
    [JsonStringEnumMemberName("renamed")]
    Renamed,

    /// <summary>It was deprecated.</summary>
    [JsonStringEnumMemberName("deprecated")]
    Deprecated,

    /// <summary>It is no longer deprecated.</summary>
    [JsonStringEnumMemberName("restored")]
    Restored,

    /// <summary>It is new.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>It lost its last reference outside tests.</summary>
    [JsonStringEnumMemberName("lostReferences")]
    LostReferences,

    /// <summary>It has its first test.</summary>
    [JsonStringEnumMemberName("gainedTest")]
    GainedTest,

    /// <summary>It has its first reference outside tests.</summary>
    [JsonStringEnumMemberName("gainedReference")]
    GainedReference,

    /// <summary>It moved to another file or product.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved,

    /// <summary>Only a compiled test refers to it, and the compiled tests are unknown on one side.</summary>
    [JsonStringEnumMemberName("testsUnknown")]
    TestsUnknown,
}

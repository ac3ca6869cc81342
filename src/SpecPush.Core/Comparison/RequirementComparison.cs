using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SpecPush.Comparison;

/// <summary>What a change does to the requirements.</summary>
public sealed record RequirementComparison
{
    /// <summary>The commit that the checkout is compared with: where it has left what <see cref="With"/> names.</summary>
    public required string Base { get; init; }

    /// <summary>The branch or commit that the user or the pull request names. Untrusted text.</summary>
    public required string With { get; init; }

    /// <summary>Every requirement that differs, the one that matters most first.</summary>
    public ImmutableArray<RequirementChange> Requirements { get; init; } = [];

    /// <summary>Specs that are invalid on one side, so that their requirements are not compared.</summary>
    public ImmutableArray<string> InvalidSpecs { get; init; } = [];

    /// <summary>Projects whose compiled tests are not known on both sides, so that only their text is compared.</summary>
    public ImmutableArray<string> UnknownProjects { get; init; } = [];
}

/// <summary>How one requirement differs.</summary>
public sealed record RequirementChange
{
    /// <summary>Its product, as of now; of a removed one, as it was. So are <see cref="Acid"/>, <see cref="Text"/>, <see cref="Path"/> and <see cref="Line"/>.</summary>
    public required string Product { get; init; }

    /// <summary>Its identifier.</summary>
    public required string Acid { get; init; }

    /// <summary>In which ways it differs, the one that matters most first.</summary>
    public required ImmutableArray<ChangeKind> Changes { get; init; }

    /// <summary>What must hold. Untrusted text.</summary>
    public required string Text { get; init; }

    /// <summary>The spec's file.</summary>
    public required string Path { get; init; }

    /// <summary>Where it is in the spec, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What must have held, where it is reworded.</summary>
    public string? OldText { get; init; }

    /// <summary>Its identifier before, where it is renamed.</summary>
    public string? OldAcid { get; init; }

    /// <summary>The spec's file before, where it is moved.</summary>
    public string? OldPath { get; init; }

    /// <summary>The tests that it has, each <c>path:line</c>.</summary>
    public ImmutableArray<string> Tests { get; init; } = [];

    /// <summary>The tests that it had, where it has lost all of them.</summary>
    public ImmutableArray<string> LostTests { get; init; } = [];

    /// <summary>Whether it differs in this way.</summary>
    public bool Has(ChangeKind kind) => Changes.Contains(kind);
}

/// <summary>How a requirement may differ. The order is by weight, the heaviest first.</summary>
public enum ChangeKind
{
    /// <summary>Tests referred to it, and none does any more.</summary>
    [JsonStringEnumMemberName("lostTests")]
    LostTests,

    /// <summary>It is new, was deprecated or had a test, and no test refers to it.</summary>
    [JsonStringEnumMemberName("untested")]
    Untested,

    /// <summary>It is gone.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,

    /// <summary>Its text is another one.</summary>
    [JsonStringEnumMemberName("reworded")]
    Reworded,

    /// <summary>Its text was that of another identifier, which is gone.</summary>
    [JsonStringEnumMemberName("renamed")]
    Renamed,

    /// <summary>It is deprecated.</summary>
    [JsonStringEnumMemberName("deprecated")]
    Deprecated,

    /// <summary>It is no longer deprecated.</summary>
    [JsonStringEnumMemberName("restored")]
    Restored,

    /// <summary>It is new.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>Something that is no test referred to it, and nothing does any more.</summary>
    [JsonStringEnumMemberName("lostReferences")]
    LostReferences,

    /// <summary>A test refers to it, and none did before.</summary>
    [JsonStringEnumMemberName("gainedTest")]
    GainedTest,

    /// <summary>Something that is no test refers to it, and nothing did before.</summary>
    [JsonStringEnumMemberName("gainedReference")]
    GainedReference,

    /// <summary>It is in another file or product.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved,

    /// <summary>Only an assembly shows a test of it, and for one of the sides that is not known.</summary>
    [JsonStringEnumMemberName("testsUnknown")]
    TestsUnknown,
}

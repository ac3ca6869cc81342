using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpecPush.Checkout;

namespace SpecPush.Reporting;

/// <summary>What a run found and did. Everything that users see is a rendering of it.</summary>
public sealed record Report
{
    /// <summary>The version of this shape; it grows when a reader of the old one could be misled.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Marks the file as one that SpecPush wrote; its own scan passes over such files.</summary>
    [JsonPropertyName("$comment")]
    [JsonPropertyOrder(-1)]
    public string Marker { get; init; } = OutputMarker.Text;

    /// <inheritdoc cref="CurrentSchemaVersion"/>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Repository, branch and commit.</summary>
    public required PushContext Context { get; init; }

    /// <summary>Whether the server holds this state; also when it already did.</summary>
    public bool Pushed { get; init; }

    /// <summary>Why nothing was sent, as a sentence without its end; null when something was.</summary>
    public string? Reason { get; init; }

    /// <summary>One for each product that the server answered for.</summary>
    public ImmutableArray<PushResult> Results { get; init; } = [];

    /// <summary>Most severe first, then by code and place.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>One for each feature.</summary>
    public ImmutableArray<FeatureCoverage> Coverage { get; init; } = [];

    /// <summary>How long the stages took.</summary>
    public Timings Timings { get; init; } = new(0, 0, 0);
}

/// <summary>What the server did with one product.</summary>
/// <param name="Product">Null for references that no product was named for.</param>
/// <param name="Implementation">Null when no implementation tracks the branch.</param>
/// <param name="BranchId">The server's name of the branch.</param>
/// <param name="SpecsCreated">Specs that were new.</param>
/// <param name="SpecsUpdated">Specs that had changed.</param>
/// <param name="References">References sent.</param>
/// <param name="Warnings">What the server had to say. Untrusted text.</param>
public sealed record PushResult(
    string? Product,
    string? Implementation,
    string? BranchId,
    int SpecsCreated,
    int SpecsUpdated,
    int References,
    ImmutableArray<string> Warnings);

/// <summary>How far the code and tests of this checkout refer to a feature's requirements.</summary>
/// <param name="Product">The feature's product.</param>
/// <param name="Feature">Its name.</param>
/// <param name="Requirements">Those that are not deprecated.</param>
/// <param name="Deprecated">Those that are.</param>
/// <param name="WithReferences">Requirements, not deprecated, that something refers to.</param>
/// <param name="WithTests">Requirements, not deprecated, that a test refers to.</param>
/// <param name="Untested">The ACIDs that no test refers to.</param>
public sealed record FeatureCoverage(
    string Product,
    string Feature,
    int Requirements,
    int Deprecated,
    int WithReferences,
    int WithTests,
    ImmutableArray<string> Untested)
{
    /// <summary>Every requirement, in the order of the spec.</summary>
    public ImmutableArray<RequirementCoverage> ByRequirement { get; init; } = [];
}

/// <summary>What refers to one requirement.</summary>
/// <param name="Acid">Its identifier.</param>
/// <param name="Text">What must hold. Untrusted text.</param>
/// <param name="Deprecated">Whether it is to go.</param>
/// <param name="Path">The spec's file.</param>
/// <param name="Line">Where it stands in the spec, from 1.</param>
/// <param name="References">The places outside tests, each <c>path:line</c>.</param>
/// <param name="Tests">The places in tests, each <c>path:line</c>.</param>
public sealed record RequirementCoverage(
    string Acid, string Text, bool Deprecated, string Path, int Line, ImmutableArray<string> References, ImmutableArray<string> Tests);

/// <summary>Milliseconds.</summary>
/// <param name="Read">Finding out about the checkout, reading specs and references.</param>
/// <param name="Push">Sending, with waits and retries.</param>
/// <param name="Total">Everything.</param>
public sealed record Timings(long Read, long Push, long Total);

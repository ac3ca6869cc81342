using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json;
using SpecPush.Checkout;
using SpecPush.Comparison;
using SpecPush.Coverage;
using SpecPush.Files;
using SpecPush.Findings;
using SpecPush.Pushing;

namespace SpecPush.Reporting;

/// <summary>What a run found and did. Everything that users see is rendered from it.</summary>
public sealed record Report
{
    /// <summary>The version of the schema. It increases with every incompatible change.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Marks the file as written by SpecPush, so that the scan for references skips it.</summary>
    [JsonPropertyName("$comment")]
    [JsonPropertyOrder(-1)]
    public string Marker { get; init; } = OutputMarker.Text;

    /// <inheritdoc cref="CurrentSchemaVersion"/>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Repository, branch and commit.</summary>
    public required PushContext Context { get; init; }

    /// <summary>Whether the server has this state, even if it already had it before.</summary>
    public bool Pushed { get; init; }

    /// <summary>Why nothing was sent, as a sentence without a full stop; null if something was sent.</summary>
    public string? Reason { get; init; }

    /// <summary>The code of <see cref="Reason"/>, explained in <c>docs/findings.md</c>.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The server's answers, one per product.</summary>
    public ImmutableArray<PushResult> Results { get; init; } = [];

    /// <summary>What a push would send, one per product; only for a rehearsal.</summary>
    public ImmutableArray<PlannedPush>? Planned { get; init; }

    /// <summary>Sorted by severity, most severe first, then by place and code.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The coverage, one entry per feature.</summary>
    public ImmutableArray<FeatureCoverage> Coverage { get; init; } = [];

    /// <summary>How the requirements differ from those of another commit; null without a comparison.</summary>
    public RequirementComparison? Comparison { get; init; }

    /// <summary>How long the stages took.</summary>
    public Timings Timings { get; init; } = new(0, 0, 0);

    /// <summary>The report of a run that stopped before it found anything.</summary>
    internal static Report Nothing => new() { Context = new PushContext { Provider = "none" } };

    /// <summary>The report without the token, which a server or a library may have quoted.</summary>
    internal Report Without(string? token)
    {
        var redaction = new Redaction(token);
        return this with
        {
            Reason = redaction.Apply(Reason),
            Findings = [.. Findings.Select(redaction.Apply)],
            Results =
            [
                .. Results.Select(result => result with
                {
                    Product = redaction.Apply(result.Product),
                    Implementation = redaction.Apply(result.Implementation),
                    BranchId = redaction.Apply(result.BranchId),
                    Warnings = [.. result.Warnings.Select(warning => redaction.Apply(warning))],
                }),
            ],
        };
    }

    /// <summary>The report of a run that did not push for this reason.</summary>
    internal Report Because(NotPushedReason? reason) => this with { Reason = reason?.Sentence, ReasonCode = reason?.Code };
}

/// <summary>How long the stages took, in milliseconds.</summary>
/// <param name="Read">Examining the checkout, and reading specs and references.</param>
/// <param name="Push">Sending, including waits and retries.</param>
/// <param name="Total">Everything.</param>
public sealed record Timings(long Read, long Push, long Total);

/// <summary>The report as JSON, described in <c>docs/report.md</c>.</summary>
public static class ReportJson
{
    /// <summary>Writes the report as UTF-8, indented, with a final line end.</summary>
    public static void Write(Stream stream, Report report)
    {
        ArgumentNullException.ThrowIfNull(stream);
        JsonSerializer.Serialize(stream, report, ReportJsonContext.Default.Report);
        stream.WriteByte((byte)'\n');
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

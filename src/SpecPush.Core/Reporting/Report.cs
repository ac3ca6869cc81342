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

    /// <summary>The code of <see cref="Reason"/>, which <c>docs/findings.md</c> explains.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>One for each product that the server answered for.</summary>
    public ImmutableArray<PushResult> Results { get; init; } = [];

    /// <summary>What a push would send, one for each product; only where a host asks what would be.</summary>
    public ImmutableArray<PlannedPush>? Planned { get; init; }

    /// <summary>Most severe first, then by code and place.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>One for each feature.</summary>
    public ImmutableArray<FeatureCoverage> Coverage { get; init; } = [];

    /// <summary>What has changed since the commit that the run was to compare with; null when there was none.</summary>
    public RequirementComparison? Comparison { get; init; }

    /// <summary>How long the stages took.</summary>
    public Timings Timings { get; init; } = new(0, 0, 0);

    /// <summary>The report of a run that found out nothing.</summary>
    internal static Report Nothing => new() { Context = new PushContext { Provider = "none" } };

    /// <summary>The report without the token: a server or a library may quote it.</summary>
    internal Report Without(string? token) => this with
    {
        Reason = Reason?.Without(token),
        Findings = [.. Findings.Select(finding => finding.Without(token))],
        Results =
        [
            .. Results.Select(result => result with
            {
                Product = result.Product?.Without(token),
                Implementation = result.Implementation?.Without(token),
                BranchId = result.BranchId?.Without(token),
                Warnings = [.. result.Warnings.Select(warning => warning.Without(token))],
            }),
        ],
    };

    /// <summary>The report of a run that did not push for this reason.</summary>
    internal Report Because(NotPushedReason? reason) => this with { Reason = reason?.Sentence, ReasonCode = reason?.Code };
}

/// <summary>Milliseconds.</summary>
/// <param name="Read">Finding out about the checkout, reading specs and references.</param>
/// <param name="Push">Sending, with waits and retries.</param>
/// <param name="Total">Everything.</param>
public sealed record Timings(long Read, long Push, long Total);

/// <summary>The report as JSON: <c>docs/report.md</c> describes it.</summary>
public static class ReportJson
{
    /// <summary>UTF-8 bytes, indented, with a final line end.</summary>
    public static byte[] Serialize(Report report) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(report, ReportJsonContext.Default.Report), (byte)'\n'];
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

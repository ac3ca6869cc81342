using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpecPush.Files;

namespace SpecPush.Reporting.Sarif;

/// <summary>The part of SARIF 2.1.0 (docs.oasis-open.org, sarif-v2.1.0) that findings need.</summary>
internal sealed record SarifLog(ImmutableArray<SarifRun> Runs)
{
    // Comes first, so that the scan finds the marker in the first bytes.
    [JsonPropertyOrder(-3)]
    public SarifProperties Properties { get; } = new(OutputMarker.Text);

    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-2)]
    public string Schema { get; } = "https://json.schemastore.org/sarif-2.1.0.json";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "2.1.0";
}

internal sealed record SarifProperties(string Comment);

/// <param name="Tool">SpecPush.</param>
/// <param name="AutomationDetails">Separates these results from those of other tools in the same repository.</param>
/// <param name="Invocations">The findings without a location.</param>
/// <param name="ColumnKind">The unit of columns.</param>
/// <param name="Results">The findings with a location.</param>
internal sealed record SarifRun(
    SarifTool Tool, SarifAutomation AutomationDetails, ImmutableArray<SarifInvocation> Invocations, string ColumnKind, ImmutableArray<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string InformationUri, ImmutableArray<SarifRule> Rules);

internal sealed record SarifRule(string Id, SarifText ShortDescription, SarifText FullDescription, string HelpUri);

internal sealed record SarifAutomation(string Id);

internal sealed record SarifInvocation(bool ExecutionSuccessful, ImmutableArray<SarifNotification> ToolExecutionNotifications);

internal sealed record SarifNotification(string Level, SarifText Message, SarifRuleReference AssociatedRule);

internal sealed record SarifRuleReference(string Id);

internal sealed record SarifResult(
    string RuleId, string Level, SarifText Message, ImmutableArray<SarifLocation> Locations, ImmutableDictionary<string, string> PartialFingerprints);

internal sealed record SarifText(string Text);

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation);

internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion? Region);

internal sealed record SarifArtifact(string Uri, string UriBaseId);

internal sealed record SarifRegion(int StartLine, int? StartColumn);

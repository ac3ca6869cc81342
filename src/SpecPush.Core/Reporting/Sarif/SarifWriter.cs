using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpecPush.Findings;

namespace SpecPush.Reporting.Sarif;

/// <summary>Writes the findings for GitHub's code scanning and other readers of SARIF.</summary>
internal static class SarifWriter
{
    private const string Home = "https://github.com/specpush/specpush";

    // The limit of GitHub's code scanning for one run (docs.github.com, "SARIF support for code scanning"). The most severe come first.
    private const int MaxResults = 25_000;

    /// <summary>UTF-8 bytes, indented, with a final line end.</summary>
    public static byte[] Serialize(Report report)
    {
        // Code scanning refuses a file with a result that has no location.
        var placed = report.Findings.Where(static finding => finding.Location is not null).Take(MaxResults).ToImmutableArray();
        var others = report.Findings.Where(static finding => finding.Location is null).ToImmutableArray();
        var log = new SarifLog(
        [
            new SarifRun(
                new SarifTool(new SarifDriver("SpecPush", Home, [.. report.Findings.DistinctBy(static finding => finding.Code).OrderBy(static finding => finding.Code, StringComparer.Ordinal).Select(RuleOf)])),
                new SarifAutomation("specpush/"),
                [new SarifInvocation(others.All(static finding => finding.Severity != Severity.Error), [.. others.Select(NotificationOf)])],
                "utf16CodeUnits",
                ResultsOf(placed)),
        ]);
        return [.. JsonSerializer.SerializeToUtf8Bytes(log, SarifJsonContext.Default.SarifLog), (byte)'\n'];
    }

    private static SarifRule RuleOf(Finding finding) => new(
        finding.Code, new SarifText(finding.Code), new SarifText($"{finding.Code} is explained at {finding.HelpLink}."), finding.HelpLink);

    private static SarifNotification NotificationOf(Finding finding) => new(LevelOf(finding), TextOf(finding), new SarifRuleReference(finding.Code));

    private static ImmutableArray<SarifResult> ResultsOf(ImmutableArray<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(finding =>
        {
            var fingerprint = FingerprintOf(finding);
            var count = seen[fingerprint] = seen.GetValueOrDefault(fingerprint) + 1;
            return new SarifResult(
                finding.Code, LevelOf(finding), TextOf(finding), [LocationOf(finding.Location!)],
                ImmutableDictionary<string, string>.Empty.Add("primaryLocationLineHash", $"{fingerprint}:{count}"));
        })];
    }

    // A message may have links, [text](address). A backslash before a bracket prevents that (SARIF 2.1.0, 3.11.6).
    private static SarifText TextOf(Finding finding) => new(OneLine.From(finding.Message) is var text && text.Contains("](", StringComparison.Ordinal)
        ? text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
        : text);

    // Without the line number, so that a finding is recognised after lines are added above it.
    private static string FingerprintOf(Finding finding) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Code}\n{finding.Location!.Path}\n{finding.Message}")).AsSpan(..8));

    private static SarifLocation LocationOf(SourceLocation place) => new(new SarifPhysicalLocation(
        new SarifArtifact(string.Join('/', place.Path.Split('/').Select(Uri.EscapeDataString)), "%SRCROOT%"),
        place.Line == 0 ? null : new SarifRegion(place.Line, place.Column == 0 ? null : place.Column)));

    private static string LevelOf(Finding finding) => finding.Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJsonContext : JsonSerializerContext;

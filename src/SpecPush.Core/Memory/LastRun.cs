using System.Globalization;
using System.Text.Json;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Reporting;
using static SpecPush.Memory.SavedJson;

namespace SpecPush.Memory;

/// <summary>
/// The last run in this checkout, with its key and messages. The next run is skipped if its key is the same, unless the last one failed
/// to push. The whole report is in another file.
/// </summary>
/// <param name="Key">The hash of everything that the run depended on.</param>
/// <param name="At">When it ended.</param>
/// <param name="Failed">Whether it should have pushed but did not.</param>
/// <param name="Report">Its report; after reading it, without results and coverage.</param>
internal sealed record LastRun(string Key, DateTimeOffset At, bool Failed, Report Report)
{
    private const int Format = 3;

    /// <summary>The hash of the file with the whole report, to detect a damaged one.</summary>
    public string ReportHash { get; init; } = "";

    public byte[] Save() => SavedJson.Write(json =>
    {
        json.WriteNumber("format", Format);
        json.WriteString("key", Key);
        json.WriteString("reportHash", ReportHash);
        json.WriteString("at", At.ToString("O", CultureInfo.InvariantCulture));
        json.WriteBoolean("failed", Failed);
        json.WriteBoolean("pushed", Report.Pushed);
        json.WriteString("reason", Report.Reason);
        json.WriteString("reasonCode", Report.ReasonCode);
        json.WriteString("provider", Report.Context.Provider);
        json.WriteString("branch", Report.Context.Branch);
        json.WriteString("explanation", Report.Context.Explanation);
        json.WriteStartArray("findings");
        foreach (var finding in Report.Findings)
        {
            json.WriteStartArray();
            json.WriteStringValue(finding.Code);
            json.WriteNumberValue((int)finding.Severity);
            json.WriteStringValue(finding.Message);
            json.WriteStringValue(finding.Location?.Path);
            json.WriteNumberValue(finding.Location?.Line ?? 0);
            json.WriteNumberValue(finding.Location?.Column ?? 0);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    });

    /// <summary>Reads what <see cref="Save"/> returned; null for anything else.</summary>
    public static LastRun? Load(byte[] saved) => SavedJson.Read(saved, static run => run.GetProperty("format").GetInt32() == Format
        ? new LastRun(
            Text(run.GetProperty("key")),
            DateTimeOffset.Parse(Text(run.GetProperty("at")), CultureInfo.InvariantCulture),
            run.GetProperty("failed").GetBoolean(),
            LoadReport(run))
        {
            ReportHash = Text(run.GetProperty("reportHash")),
        }
        : null);

    private static Report LoadReport(JsonElement run) => new()
    {
        Context = new PushContext
        {
            Provider = Text(run.GetProperty("provider")),
            Branch = run.GetProperty("branch").GetString(),
            Explanation = Text(run.GetProperty("explanation")),
        },
        Pushed = run.GetProperty("pushed").GetBoolean(),
        Reason = run.GetProperty("reason").GetString(),
        ReasonCode = run.GetProperty("reasonCode").GetString(),
        Findings = [.. run.GetProperty("findings").EnumerateArray().Select(static finding => LoadFinding(finding))],
    };

    private static Finding LoadFinding(JsonElement finding)
    {
        var severity = (Severity)finding[1].GetInt32();
        return new Finding(
            Text(finding[0]),
            severity is >= Severity.Message and <= Severity.Error ? severity : throw new FormatException(),
            Text(finding[2]),
            finding[3].GetString() is { } path ? new SourceLocation(path, finding[4].GetInt32(), finding[5].GetInt32()) : null);
    }
}

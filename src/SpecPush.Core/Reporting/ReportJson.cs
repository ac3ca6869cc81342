using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpecPush.Reporting;

/// <summary>The report as JSON: <c>docs/report.md</c> describes it.</summary>
public static class ReportJson
{
    /// <summary>UTF-8 bytes, indented, with a final line end.</summary>
    public static byte[] Serialize(Report report) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(report, ReportJsonContext.Default.Report), (byte)'\n'];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

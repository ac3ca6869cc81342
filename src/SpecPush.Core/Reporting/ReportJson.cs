using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpecPush.Reporting;

/// <summary>The report as JSON: <c>docs/report.md</c> describes it.</summary>
public static class ReportJson
{
    /// <summary>UTF-8 bytes, indented, with a final line end.</summary>
    public static byte[] Serialize(Report report)
    {
        var file = new ReportFile(OutputMarker.Text, report);
        return [.. JsonSerializer.SerializeToUtf8Bytes(file, ReportJsonContext.Default.ReportFile), (byte)'\n'];
    }
}

internal sealed record ReportFile([property: JsonPropertyName("$comment"), JsonPropertyOrder(-1)] string Comment, Report Report);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ReportFile))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

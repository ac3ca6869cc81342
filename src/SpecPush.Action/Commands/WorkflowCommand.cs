using System.Globalization;
using System.Text;
using SpecPush.Findings;

namespace SpecPush.Actions.Commands;

/// <summary>
/// Writes workflow commands, escaped as the runner unescapes them (actions/runner, <c>ActionCommand.cs</c>), so that their text cannot
/// end the command or start another.
/// </summary>
internal static class WorkflowCommand
{
    // The runner truncates longer messages, after masking (actions/runner, ExecutionContext.cs).
    private const int MaxMessage = 4096;

    public static string Mask(string secret) => $"::add-mask::{Data(secret)}";

    public static string Group(string title) => $"::group::{Data(title)}";

    public static string EndGroup => "::endgroup::";

    public static string Annotation(Finding finding)
    {
        var properties = new List<string>();
        if (finding.Location is { } place)
        {
            properties.Add($"file={Property(OneLine.From(place.Path))}");
            AddIfKnown(properties, "line", place.Line);
            AddIfKnown(properties, "col", place.Column);
        }

        properties.Add($"title={Property(finding.Code)}");
        return Annotation(finding.Severity, string.Join(',', properties), $"{OneLine.From(finding.Message)}\n{finding.HelpLink}");
    }

    /// <summary>An annotation without a location.</summary>
    public static string Annotation(Severity severity, string message) => Annotation(severity, "title=SpecPush", message);

    public static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static string Annotation(Severity severity, string properties, string message) =>
        $"::{Level(severity)} {properties}::{Data(OneLine.Cut(message, MaxMessage))}";

    private static void AddIfKnown(List<string> properties, string name, int number)
    {
        if (number > 0)
        {
            properties.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={number}"));
        }
    }

    private static string Data(string text) => new StringBuilder(text).Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A").ToString();

    private static string Property(string text) => new StringBuilder(Data(text)).Replace(":", "%3A").Replace(",", "%2C").ToString();
}

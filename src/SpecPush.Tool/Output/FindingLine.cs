using System.Globalization;
using SpecPush.Findings;

namespace SpecPush.Tool.Output;

/// <summary>A finding in the format of compiler messages, so that terminals and editors turn the place into a link.</summary>
internal static class FindingLine
{
    public static string From(Finding finding) => $"{Place(finding)}{Word(finding)} {finding.Code}: {OneLine.From(finding.Message)}";

    public static string Place(Finding finding) => finding.Location switch
    {
        null => "",
        { Line: 0 } place => $"{OneLine.From(place.Path)}: ",
        { Column: 0 } place => string.Create(CultureInfo.InvariantCulture, $"{OneLine.From(place.Path)}({place.Line}): "),
        var place => string.Create(CultureInfo.InvariantCulture, $"{OneLine.From(place.Path)}({place.Line},{place.Column}): "),
    };

    public static string Word(Finding finding) => finding.Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "message",
    };
}

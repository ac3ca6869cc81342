using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Reporting;

namespace SpecPush.Tool.Output;

/// <summary>Shows a report: findings with their places, then what was done.</summary>
/// <param name="screen">Where to show it.</param>
/// <param name="isVerbose">Whether to show messages, too.</param>
internal sealed class ReportView(Screen screen, bool isVerbose)
{
    public void Show(Report report)
    {
        ShowFindings(report.Findings);
        foreach (var line in TextRendering.Lines(report))
        {
            screen.WriteLine(new Span(line, report.Pushed ? Tone.Good : Tone.Plain));
        }

        ShowMore(report);
    }

    /// <summary>Shows the report of a check, without the reason for not pushing.</summary>
    public void ShowCheck(Report report)
    {
        ShowFindings(report.Findings);
        var counts = (Errors: Count(report, Severity.Error), Warnings: Count(report, Severity.Warning));
        screen.WriteLine(
            $"SpecPush: {OneLine.Count(report.Coverage.Length, "feature")}, {OneLine.Count(report.Coverage.Sum(static feature => feature.Requirements), "requirement")}: ",
            new Span(OneLine.Count(counts.Errors, "error"), counts.Errors > 0 ? Tone.Error : Tone.Plain),
            ", ",
            new Span(OneLine.Count(counts.Warnings, "warning"), counts.Warnings > 0 ? Tone.Warning : Tone.Plain));
        ShowMore(report);
    }

    public void ShowFindings(ImmutableArray<Finding> findings)
    {
        foreach (var finding in findings.Where(finding => isVerbose || finding.Severity > Severity.Message))
        {
            screen.WriteLine(
                new Span(FindingLine.Place(finding), Tone.Strong), new Span($"{FindingLine.Word(finding)} {finding.Code}", ToneOf(finding.Severity)), $": {finding.Message}");
        }
    }

    private void ShowMore(Report report)
    {
        if (isVerbose && report.Context.Explanation is { Length: > 0 } explanation)
        {
            screen.WriteLine(new Span($"SpecPush: {explanation}", Tone.Faint));
        }
        else if (!isVerbose && Count(report, Severity.Message) is > 0 and var messages)
        {
            screen.WriteLine(new Span($"SpecPush: {OneLine.Count(messages, "message")}, shown with --verbose", Tone.Faint));
        }
    }

    private static int Count(Report report, Severity severity) => report.Findings.Count(finding => finding.Severity == severity);

    private static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => Tone.Error,
        Severity.Warning => Tone.Warning,
        _ => Tone.Faint,
    };
}

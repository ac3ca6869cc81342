using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Actions.GitHub;

/// <summary>Findings as annotations of a check run. Only those at a place can be; the check run's summary has the others too.</summary>
internal static class CheckRunAnnotations
{
    // GitHub takes 64 KB.
    private const int MaxMessage = 16_000;

    public static ImmutableArray<CheckRunAnnotation> Create(ImmutableArray<Finding> findings) =>
        [.. findings.Where(static finding => finding.Location is not null).Select(Create)];

    /// <summary>Tells annotations apart.</summary>
    public static string Key(CheckRunAnnotation annotation) =>
        $"{annotation.Path}\n{annotation.StartLine}\n{annotation.Title}\n{annotation.Message}";

    private static CheckRunAnnotation Create(Finding finding)
    {
        var place = finding.Location!;
        var line = Math.Max(1, place.Line);
        int? column = place.Column > 0 ? place.Column : null;
        return new CheckRunAnnotation
        {
            Path = place.Path,
            StartLine = line,
            EndLine = line,
            StartColumn = column,
            EndColumn = column,
            AnnotationLevel = Level(finding.Severity),
            Message = OneLine.Cut($"{OneLine.From(finding.Message)}\n{finding.HelpLink}", MaxMessage),
            Title = finding.Code,
        };
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "failure",
        Severity.Warning => "warning",
        _ => "notice",
    };
}

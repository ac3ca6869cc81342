using System.Collections.Immutable;
using Octokit;
using SpecPush.Findings;

namespace SpecPush.Actions.GitHub;

/// <summary>Findings as annotations of a check run. Only those at a place can be; the check run's summary has the others too.</summary>
internal static class CheckRunAnnotations
{
    // GitHub takes 64 KB.
    private const int MaxMessage = 16_000;

    public static ImmutableArray<NewCheckRunAnnotation> Create(ImmutableArray<Finding> findings) =>
        [.. findings.Where(static finding => finding.Location is not null).Select(Create)];

    /// <summary>Tells annotations apart.</summary>
    public static string Key(NewCheckRunAnnotation annotation) => Key(annotation.Path, annotation.StartLine, annotation.Title, annotation.Message);

    /// <inheritdoc cref="Key(NewCheckRunAnnotation)"/>
    public static string Key(CheckRunAnnotation annotation) => Key(annotation.Path, annotation.StartLine, annotation.Title, annotation.Message);

    private static NewCheckRunAnnotation Create(Finding finding)
    {
        var place = finding.Location!;
        var line = Math.Max(1, place.Line);
        return new NewCheckRunAnnotation(place.Path, line, line, Level(finding.Severity), OneLine.Cut($"{finding.Message}\n{finding.HelpLink}", MaxMessage))
        {
            Title = finding.Code,
            StartColumn = place.Column > 0 ? place.Column : null,
            EndColumn = place.Column > 0 ? place.Column : null,
        };
    }

    private static CheckAnnotationLevel Level(Severity severity) => severity switch
    {
        Severity.Error => CheckAnnotationLevel.Failure,
        Severity.Warning => CheckAnnotationLevel.Warning,
        _ => CheckAnnotationLevel.Notice,
    };

    private static string Key(string path, int line, string title, string message) => $"{path}\n{line}\n{title}\n{message}";
}

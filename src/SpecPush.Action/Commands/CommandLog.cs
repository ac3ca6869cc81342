using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Findings;

namespace SpecPush.Actions.Commands;

/// <summary>The step's log, in which the runner looks for commands.</summary>
internal sealed class CommandLog(TextWriter output)
{
    /// <summary>Hides a secret in everything printed from now on. The runner masks each line separately.</summary>
    public void Mask(string? secret)
    {
        foreach (var line in (secret ?? "").Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            output.WriteLine(WorkflowCommand.Mask(line));
        }
    }

    public void WriteLine(string text) => output.WriteLine(OneLine.From(text));

    public void Write(AnnotationChoice findings)
    {
        foreach (var finding in findings.Shown)
        {
            output.WriteLine(WorkflowCommand.Annotation(finding));
        }

        foreach (var (severity, count) in findings.Remainders)
        {
            output.WriteLine(WorkflowCommand.Annotation(severity, AnnotationChoice.Describe(severity, count)));
        }

        WriteGroup(findings.Others);
    }

    private void WriteGroup(ImmutableArray<Finding> findings)
    {
        if (findings.IsEmpty)
        {
            return;
        }

        output.WriteLine(WorkflowCommand.Group(string.Create(CultureInfo.InvariantCulture, $"{findings.Length} more findings")));
        foreach (var finding in findings)
        {
            WriteLine($"{WorkflowCommand.Level(finding.Severity)} {finding.Code} {Place(finding.Location)}{finding.Message}");
        }

        output.WriteLine(WorkflowCommand.EndGroup);
    }

    private static string Place(SourceLocation? place) => place switch
    {
        null => "",
        { Line: 0 } => $"{place.Path}: ",
        _ => string.Create(CultureInfo.InvariantCulture, $"{place.Path}({place.Line},{place.Column}): "),
    };
}

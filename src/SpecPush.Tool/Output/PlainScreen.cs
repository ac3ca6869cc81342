using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Tool.Output;

/// <summary>Plain text for files, logs, and terminals without colours.</summary>
internal sealed class PlainScreen(TextWriter output) : Screen
{
    private const string Gap = "  ";

    public override bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public override void WriteLine(params ImmutableArray<Span> spans) => output.WriteLine(OneLine.Untrimmed(string.Concat(spans.Select(static span => span.Text))).TrimEnd());

    public override void WriteTable(ImmutableArray<string> heading, ImmutableArray<ImmutableArray<string>> rows, int texts)
    {
        ImmutableArray<ImmutableArray<string>> lines = [heading, .. rows.Select(static row => row.Select(static cell => OneLine.From(cell)).ToImmutableArray())];
        var widths = Enumerable.Range(0, heading.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
        {
            WriteLine(string.Join(Gap, line.Select((cell, column) => column < texts ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
        }
    }

    public override bool Confirm(string question)
    {
        output.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    public override Task<T> WhileAsync<T>(string what, Func<Task<T>> work) => work();
}

using System.Collections.Immutable;
using System.Globalization;
using SpecPush.Findings;
using Spectre.Console;

namespace SpecPush.Tool.Output;

/// <summary>A terminal with colours and a progress indicator.</summary>
internal sealed class TerminalScreen : Screen
{
    private readonly IAnsiConsole _console;

    public TerminalScreen(TextWriter output) => _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    public override bool CanAsk => !Console.IsInputRedirected;

    public override void WriteLine(params ImmutableArray<Span> spans)
    {
        // Never as markup, because the text is untrusted.
        var line = new Paragraph();
        foreach (var span in spans)
        {
            line.Append(OneLine.Untrimmed(span.Text), StyleOf(span.Tone));
        }

        _console.Write(line);
        _console.WriteLine();
    }

    public override void WriteTable(ImmutableArray<string> heading, ImmutableArray<ImmutableArray<string>> rows, int texts)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (column, name) in heading.Index())
        {
            table.AddColumn(new TableColumn(new Text(name, StyleOf(Tone.Faint))) { Alignment = column < texts ? Justify.Left : Justify.Right });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(static cell => new Text(OneLine.Untrimmed(cell), StyleOf(ToneOf(cell)))));
        }

        _console.Write(table);
    }

    public override bool Confirm(string question) => _console.Confirm(Markup.Escape(question), defaultValue: false);

    public override async Task<T> WhileAsync<T>(string what, Func<Task<T>> work) =>
        await _console.Status().Spinner(Spinner.Known.Dots).StartAsync(Markup.Escape(what), _ => work());

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Faint => new Style(Color.Grey),
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Good => new Style(Color.Green),
        Tone.Warning => new Style(Color.Yellow),
        Tone.Error => new Style(Color.Red),
        _ => Style.Plain,
    };

    // Different colours for 100 %, 0 %, and anything in between.
    private static Tone ToneOf(string cell) =>
        cell.EndsWith('%') && int.TryParse(cell.TrimEnd('%', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            ? percent switch { 100 => Tone.Good, 0 => Tone.Error, _ => Tone.Warning }
            : Tone.Plain;
}

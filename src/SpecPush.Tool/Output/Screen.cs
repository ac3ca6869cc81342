using System.Collections.Immutable;

namespace SpecPush.Tool.Output;

/// <summary>Where people read what a command says. Every text that is written is on one line and has no control character.</summary>
internal abstract class Screen
{
    /// <summary>Whether somebody is there who can answer.</summary>
    public abstract bool CanAsk { get; }

    /// <summary>Writes one line.</summary>
    public abstract void WriteLine(params ImmutableArray<Span> spans);

    /// <summary>Writes rows below a heading; all columns but the first <paramref name="texts"/> hold numbers.</summary>
    public abstract void WriteTable(ImmutableArray<string> heading, ImmutableArray<ImmutableArray<string>> rows, int texts);

    /// <summary>Asks a question that is answered with yes or no.</summary>
    public abstract bool Confirm(string question);

    /// <summary>Shows that something is going on until it has ended.</summary>
    public abstract Task<T> WhileAsync<T>(string what, Func<Task<T>> work);

    /// <summary>A terminal, where standard output is one that shows colours; else plain text.</summary>
    public static Screen Create(CommandContext context) =>
        Console.IsOutputRedirected || context.Environment["NO_COLOR"] is not null || context.Environment["TERM"] == "dumb"
            ? new PlainScreen(context.Output)
            : new TerminalScreen(context.Output);
}

/// <summary>A part of a line.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Tone">How it is said.</param>
internal readonly record struct Span(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Span(string text) => new(text);
}

/// <summary>How a part of a line is said.</summary>
internal enum Tone
{
    Plain,
    Faint,
    Strong,
    Good,
    Warning,
    Error,
}

using System.Collections.Immutable;

namespace SpecPush.Tool.Output;

/// <summary>The output of a command for people. Texts are written on one line, without control characters.</summary>
internal abstract class Screen
{
    /// <summary>Whether a user is there to answer questions.</summary>
    public abstract bool CanAsk { get; }

    public abstract void WriteLine(params ImmutableArray<Span> spans);

    /// <summary>Writes rows below a heading; all columns after the first <paramref name="texts"/> contain numbers.</summary>
    public abstract void WriteTable(ImmutableArray<string> heading, ImmutableArray<ImmutableArray<string>> rows, int texts);

    /// <summary>Asks a yes-or-no question.</summary>
    public abstract bool Confirm(string question);

    /// <summary>Shows progress until the work is done.</summary>
    public abstract Task<T> WhileAsync<T>(string what, Func<Task<T>> work);

    /// <summary>Uses colours if standard output is a terminal that supports them; otherwise plain text.</summary>
    public static Screen Create(CommandContext context) =>
        Console.IsOutputRedirected || context.Environment["NO_COLOR"] is not null || context.Environment["TERM"] == "dumb"
            ? new PlainScreen(context.Output)
            : new TerminalScreen(context.Output);
}

/// <summary>A part of a line with one tone.</summary>
internal readonly record struct Span(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Span(string text) => new(text);
}

/// <summary>The tone of a part of a line, which decides its colour.</summary>
internal enum Tone
{
    Plain,
    Faint,
    Strong,
    Good,
    Warning,
    Error,
}

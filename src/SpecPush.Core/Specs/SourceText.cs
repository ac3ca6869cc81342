using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Specs;

/// <summary>The text of a file, with access by line.</summary>
internal sealed class SourceText(string path, string text)
{
    private readonly ImmutableArray<string> _lines = [.. SpecPatterns.LineBreak.Split(text)];

    public string Path { get; } = path;

    public string Text { get; } = text;

    public int LineCount => _lines.Length;

    /// <summary>Where the text ends.</summary>
    public SourceLocation End => At(_lines.Length, _lines[^1].Length + 1);

    public SourceLocation At(int line, int column) => new(Path, line, column);

    /// <summary>The line with this number, counted from 1; empty beyond the end.</summary>
    public string Line(int number) => number >= 1 && number <= _lines.Length ? _lines[number - 1] : "";
}

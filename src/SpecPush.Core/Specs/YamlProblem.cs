using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace SpecPush.Specs;

/// <summary>Says what is wrong with a text that is not YAML, and what most probably led to it.</summary>
internal static partial class YamlProblem
{
    public static (int Line, int Column) PlaceOf(YamlException exception, string text)
    {
        var lines = text.Count(static character => character == '\n') + 1;
        if (exception.Start.Index == 0 && Array.FindIndex(text.Split('\n'), Tab.IsMatch) is var index and >= 0)
        {
            // YamlDotNet does not say where the tab is that it complains of.
            return (index + 1, 1);
        }

        return (Math.Clamp((int)exception.Start.Line, 1, lines), Math.Max(1, (int)exception.Start.Column));
    }

    public static string Describe(YamlException exception)
    {
        var message = exception.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return message.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(message[0]) + message[1..];
    }

    /// <summary>Looks at the line of the problem and the one before it, where the cause mostly stands.</summary>
    public static string? Hint(string text, int line)
    {
        var lines = text.Split('\n');
        for (var index = Math.Min(line, lines.Length) - 1; index >= Math.Max(0, line - 2); index--)
        {
            if (HintFor(lines[index]) is { } hint)
            {
                return $"{hint} (line {index + 1})";
            }
        }

        return null;
    }

    private static string? HintFor(string line) => line switch
    {
        _ when Tab.IsMatch(line) => "YAML does not allow tabs to indent; use spaces",
        _ when Indicator.Match(line) is { Success: true } match => $"A text that begins with {match.Groups["indicator"].Value} needs quotes",
        _ when Colon.IsMatch(line) => "A text with ': ' in it needs quotes, or '|' and a new line before it",
        _ => null,
    };

    [GeneratedRegex(@"^ *\t")]
    private static partial Regex Tab { get; }

    [GeneratedRegex(@"^\s*(?:- |[^\s:#'""]+:)\s+(?<indicator>[`@%*&!{}\[\],])")]
    private static partial Regex Indicator { get; }

    [GeneratedRegex(@"^\s*[^\s:#'""]+:\s+[^'""|>\s].*:(\s|$)")]
    private static partial Regex Colon { get; }
}

using SpecPush.Findings;
using YamlDotNet.Core;

namespace SpecPush.Specs.Yaml;

/// <summary>
/// Finds out why a text is not valid YAML. Almost always, a requirement without quotes contains something with a meaning in YAML;
/// the parser reports only the consequences, often on another line.
/// </summary>
internal static class SyntaxCause
{
    /// <param name="source">The text.</param>
    /// <param name="place">Where the parser stopped.</param>
    /// <param name="lastPlace">The end of what it parsed last.</param>
    /// <param name="problem">The parser's message.</param>
    public static Finding Find(SourceText source, Mark place, Mark lastPlace, string problem)
    {
        var number = (int)place.Line;
        return TabIndentation(source, (int)lastPlace.Line, problem)
            ?? InvalidEscape(source, place, problem)
            ?? IllegalCharacter(source, place, problem)
            ?? SpecialStart(source, place, problem)
            ?? ListUnderText(source, number)
            ?? ColonInText(source, place, problem)
            ?? TextAfterComment(source, number)
            ?? YamlFindings.InvalidSyntax(source.At(Math.Max(1, number), Math.Max(1, (int)place.Column)), WithoutContext(problem));
    }

    private static Finding? TabIndentation(SourceText source, int first, string problem)
    {
        if (!problem.Contains("tab", StringComparison.Ordinal))
        {
            return null;
        }

        for (var number = Math.Max(1, first); number <= source.LineCount; number++)
        {
            var tab = SpecPatterns.Indentation.Match(source.Line(number)).Value.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0)
            {
                return YamlFindings.TabIndentation(source.At(number, tab + 1));
            }
        }

        return null;
    }

    private static Finding? InvalidEscape(SourceText source, Mark place, string problem) =>
        problem.Contains("escape", StringComparison.Ordinal) || problem.Contains("Unicode", StringComparison.Ordinal)
            ? YamlFindings.InvalidEscape(source.At((int)place.Line, (int)place.Column))
            : null;

    private static Finding? IllegalCharacter(SourceText source, Mark place, string problem)
    {
        var rest = source.Line((int)place.Line).Skip((int)place.Column - 1);
        return problem.Contains("cannot start any token", StringComparison.Ordinal) && rest.Any()
            ? YamlFindings.SpecialStart(source.At((int)place.Line, (int)place.Column), rest.First())
            : null;
    }

    private static Finding? SpecialStart(SourceText source, Mark place, string problem)
    {
        var value = SpecPatterns.Entry.Match(source.Line((int)place.Line)).Groups["value"];
        var isWithinBrackets = problem.Contains("flow", StringComparison.Ordinal);
        return value.Success && value.Index < place.Column && !isWithinBrackets && BeginsSpecially(value.ValueSpan)
            ? YamlFindings.SpecialStart(source.At((int)place.Line, value.Index + 1), value.ValueSpan[0])
            : null;
    }

    private static bool BeginsSpecially(ReadOnlySpan<char> value) => value[0] is '-' or '?'
        ? value.Length == 1 || value[1] == ' '
        : "`@%*&!|>[]{}\"',".Contains(value[0], StringComparison.Ordinal);

    // Items without a colon just become part of the text above; the parser stops at the first item with a colon.
    private static Finding? ListUnderText(SourceText source, int number)
    {
        var first = number;
        while (IsItem(source.Line(first - 1)))
        {
            first--;
        }

        var value = SpecPatterns.Entry.Match(source.Line(first - 1)).Groups["value"];
        return IsItem(source.Line(number)) && value.Success
            ? YamlFindings.ListUnderText(source.At(first, SpecPatterns.Indentation.Match(source.Line(first)).Length + 1))
            : null;
    }

    private static Finding? ColonInText(SourceText source, Mark place, string problem) =>
        problem.Contains("invalid mapping", StringComparison.Ordinal)
            ? YamlFindings.ColonInText(source.At((int)place.Line, (int)place.Column))
            : null;

    private static Finding? TextAfterComment(SourceText source, int number)
    {
        var comment = SpecPatterns.Comment.Match(source.Line(number - 1));
        return comment.Success && !SpecPatterns.Entry.IsMatch(source.Line(number))
            ? YamlFindings.TextAfterComment(source.At(number - 1, comment.Index + 3))
            : null;
    }

    private static bool IsItem(string line) => line.AsSpan().TrimStart().StartsWith("- ");

    // In "While parsing a block mapping, did not find expected key.", users need only what follows the comma.
    private static string WithoutContext(string message)
    {
        var comma = message.IndexOf(", ", StringComparison.Ordinal);
        return (comma < 0 ? message : message[(comma + 2)..]).TrimEnd('.');
    }
}

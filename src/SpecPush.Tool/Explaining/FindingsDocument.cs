using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Tool.Explaining;

/// <summary>docs/findings.md, which the assembly carries: there is one text about each code.</summary>
internal static class FindingsDocument
{
    private const string Heading = "### SPUSH";

    public static ImmutableArray<Explanation> Read()
    {
        using var stream = typeof(FindingsDocument).Assembly.GetManifestResourceStream("findings.md")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd().Split('\n', StringSplitOptions.None).Select(static line => line.TrimEnd('\r')));
    }

    private static ImmutableArray<Explanation> Parse(IEnumerable<string> lines)
    {
        var explanations = ImmutableArray.CreateBuilder<Explanation>();
        List<ExplanationLine>? current = null;
        var isCode = false;
        foreach (var line in lines)
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal) && line["### ".Length..].Split(": ", 2) is [var code, var title])
            {
                current = [];
                explanations.Add(new Explanation(code, Plain(title), current));
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("<a id=", StringComparison.Ordinal))
            {
                current = null;
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else
            {
                current?.Add(new ExplanationLine(isCode ? $"    {line}" : Plain(line), isCode));
            }
        }

        return [.. explanations.OrderBy(static explanation => explanation.Code, StringComparer.Ordinal)];
    }

    // The severity is the only thing that the document emphasises.
    private static string Plain(string line) => line.StartsWith('*') && line.EndsWith('*') && line.Length > 2 ? line.Trim('*') : line;
}

/// <summary>What the documentation says about a code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Everything below it.</param>
internal sealed record Explanation(string Code, string Title, IReadOnlyList<ExplanationLine> Text)
{
    public string HelpLink => new Finding(Code, Severity.Message, Title).HelpLink;

    /// <summary>The text without the blank lines at its end.</summary>
    public IEnumerable<ExplanationLine> Lines => Text.Reverse().SkipWhile(static line => line.Text.Trim().Length == 0).Reverse();

    public bool IsCalled(string text) => Code.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase) || Code == $"SPUSH{text.Trim()}";
}

/// <summary>A line of it.</summary>
internal readonly record struct ExplanationLine(string Text, bool IsCode);

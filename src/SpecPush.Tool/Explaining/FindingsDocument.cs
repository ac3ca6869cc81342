using System.Collections.Immutable;
using SpecPush.Findings;

namespace SpecPush.Tool.Explaining;

/// <summary><c>docs/findings.md</c>, embedded in the assembly, so that each code has a single explanation.</summary>
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

    // Only the severity is emphasised in the document.
    private static string Plain(string line) => line.StartsWith('*') && line.EndsWith('*') && line.Length > 2 ? line.Trim('*') : line;
}

/// <summary>The documentation of a code.</summary>
internal sealed record Explanation(string Code, string Title, IReadOnlyList<ExplanationLine> Text)
{
    public string HelpLink => Finding.LinkTo(Code);

    /// <summary>The text without the blank lines at its end.</summary>
    public IEnumerable<ExplanationLine> Lines => Text.Reverse().SkipWhile(static line => line.Text.Trim().Length == 0).Reverse();

    public bool IsCalled(string text) => Code.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase) || Code == $"SPUSH{text.Trim()}";
}

/// <summary>A line of an explanation.</summary>
internal readonly record struct ExplanationLine(string Text, bool IsCode);

using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Specs.Yaml;

namespace SpecPush.Specs;

/// <summary>Reads the values of a spec's keys and collects the findings.</summary>
internal sealed class ValueReader(SourceText source)
{
    private readonly List<Finding> _findings = [];

    public SourceText Source { get; } = source;

    public IReadOnlyList<Finding> Findings => _findings;

    public bool HasErrors => _findings.Exists(static finding => finding.Severity == Severity.Error);

    public void Report(Finding finding) => _findings.Add(finding);

    /// <summary>Null if the value is missing or invalid.</summary>
    public string? Text(YamlEntry? entry) => entry is null ? null : Text(entry.Value, entry.Name);

    /// <summary>Null if the value is missing or invalid.</summary>
    public bool? Flag(YamlEntry? entry)
    {
        switch (entry?.Value)
        {
            case null or YamlScalar { IsNull: true }:
                return null;
            case YamlScalar scalar when bool.TryParse(scalar.Text, out var flag):
                return flag;
            default:
                Report(SpecFindings.WrongKind(entry.Value.Start, entry.Name, "true or false"));
                return null;
        }
    }

    /// <summary>Texts with their locations. A single text counts as a list of one.</summary>
    public ImmutableArray<(string Text, SourceLocation Place)> Texts(YamlEntry? entry)
    {
        if (entry is null)
        {
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<(string, SourceLocation)>();
        foreach (var item in entry.Value is YamlSequence sequence ? sequence.Items : [entry.Value])
        {
            if (Text(item, entry.Name) is { } text)
            {
                texts.Add((text, item.Start));
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>Null if the value is missing or invalid.</summary>
    public YamlMapping? Mapping(YamlEntry? entry, string expected)
    {
        if (entry?.Value is not (null or YamlMapping or YamlScalar { IsNull: true }))
        {
            Report(SpecFindings.WrongKind(entry.Value.Start, entry.Name, expected));
        }

        return entry?.Value as YamlMapping;
    }

    /// <summary>The comment after a value on the same line, with its <c>#</c>.</summary>
    public string? CommentBehind(YamlScalar scalar)
    {
        var line = Source.Line(scalar.End.Line).AsSpan();
        var rest = line[Math.Min(line.Length, scalar.End.Column - 1)..];
        var comment = rest.TrimStart(" \t");
        return comment.Length < rest.Length && comment.StartsWith('#') ? comment.TrimEnd().ToString() : null;
    }

    private string? Text(YamlNode node, string key)
    {
        if (node is not YamlScalar scalar)
        {
            Report(SpecFindings.WrongKind(node.Start, key, "text"));
            return null;
        }

        if (scalar.Text.Contains('\0', StringComparison.Ordinal))
        {
            Report(YamlFindings.NulCharacter(scalar.Start));
            return null;
        }

        ReportLostText(scalar);
        return scalar.IsNull ? null : scalar.Text;
    }

    private void ReportLostText(YamlScalar scalar)
    {
        if (scalar.IsPlain && CommentBehind(scalar) is { } comment && LooksLikeText(comment, scalar.Text))
        {
            var line = scalar.End.Line;
            var column = Source.Line(line).IndexOf('#', scalar.End.Column - 1) + 1;
            Report(YamlFindings.LostText(Source.At(line, column), comment));
        }
    }

    // People write a space after the # of a comment, but not in "#38"; and a text does not end inside parentheses or `code`.
    private static bool LooksLikeText(string comment, string text) =>
        (comment.Length > 1 && comment[1] is not (' ' or '\t' or '#'))
        || text.Count(static character => character == '(') > text.Count(static character => character == ')')
        || text.Count(static character => character == '`') % 2 == 1;
}

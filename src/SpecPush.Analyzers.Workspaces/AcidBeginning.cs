using Microsoft.CodeAnalysis.Text;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace SpecPush.Analyzers;

/// <summary>The beginning of an ACID: a feature, a dot, and perhaps more.</summary>
internal sealed class AcidBeginning(string feature, TextSpan span)
{
    // The server allows 255 characters for a feature's name.
    private const int MaxLength = 300;

    /// <summary>The part before the dot.</summary>
    public string Feature { get; } = feature;

    /// <summary>The span of the whole text.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The beginning of an ACID that ends at a position; null if there is none.</summary>
    public static AcidBeginning? Before(RoslynText text, int position)
    {
        var start = position;
        while (start > 0 && position - start < MaxLength && IsPart(text[start - 1]))
        {
            start--;
        }

        var written = text.ToString(TextSpan.FromBounds(start, position));
        var dot = written.IndexOf('.');
        return dot > 0 ? new AcidBeginning(written.Substring(0, dot), TextSpan.FromBounds(start, position)) : null;
    }

    private static bool IsPart(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.';
}

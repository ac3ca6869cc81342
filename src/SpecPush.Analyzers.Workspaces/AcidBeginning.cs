using Microsoft.CodeAnalysis.Text;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace SpecPush.Analyzers;

/// <summary>What is written of an ACID: a feature, a dot, and perhaps more.</summary>
internal sealed class AcidBeginning(string feature, TextSpan span)
{
    // The server takes 255 characters for a feature's name.
    private const int MaxLength = 300;

    /// <summary>The part before the dot.</summary>
    public string Feature { get; } = feature;

    /// <summary>All of it.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>What ends at a position; null if that is no beginning of an ACID.</summary>
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

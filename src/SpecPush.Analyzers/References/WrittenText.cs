using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SpecPush.Analyzers.References;

/// <summary>Distinguishes strings and comments from code, where <c>cart.LINES</c> may be a field.</summary>
internal static class WrittenText
{
    /// <summary>Whether a span is inside a single string or comment.</summary>
    public static bool Contains(SyntaxNode root, TextSpan span)
    {
        var trivia = root.FindTrivia(span.Start, findInsideTrivia: true);
        if (!trivia.HasStructure && trivia.Span.Contains(span) && IsText(trivia))
        {
            return true;
        }

        var token = root.FindToken(span.Start, findInsideTrivia: true);
        return token.Span.Contains(span) && IsText(token);
    }

    /// <summary>Whether a token is a string or part of one.</summary>
    public static bool IsString(SyntaxToken token) => token.Kind() is
        SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
        or SyntaxKind.InterpolatedStringTextToken;

    private static bool IsText(SyntaxTrivia trivia) => trivia.Kind() is
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia or SyntaxKind.PreprocessingMessageTrivia;

    private static bool IsText(SyntaxToken token) => token.IsKind(SyntaxKind.XmlTextLiteralToken) || IsString(token);
}

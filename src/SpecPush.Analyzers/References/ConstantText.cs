using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpecPush.Analyzers.References;

/// <summary>Strings that are composed of constants.</summary>
internal static class ConstantText
{
    /// <summary>Whether this may be such a string and is not part of a larger one.</summary>
    public static bool IsWhole(SyntaxNode node) =>
        !node.Ancestors().TakeWhile(static ancestor => ancestor is ParenthesizedExpressionSyntax or InterpolationSyntax || IsComposed(ancestor)).Any(IsComposed)
        && node.DescendantTokens().Any(static token => WrittenText.IsString(token) && token.Text.Contains('.'));

    private static bool IsComposed(SyntaxNode node) => node.Kind() is SyntaxKind.AddExpression or SyntaxKind.InterpolatedStringExpression;
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SpecPush.Analyzers.References;

/// <summary>Shows in an editor, while typing, what a build says about references in C# files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AcidAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ReferenceRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!EditorSettings.ReportsReferences(options) || EditorSettings.From(options) is not { } settings)
        {
            return;
        }

        var check = new MentionCheck(settings, RequirementIndex.From(context.Options.AdditionalFiles, settings, context.CancellationToken));
        context.RegisterSyntaxTreeAction(tree => CheckText(tree, check));
        context.RegisterSyntaxNodeAction(node => CheckConstant(node, check), SyntaxKind.AddExpression, SyntaxKind.InterpolatedStringExpression);
    }

    private static void CheckText(SyntaxTreeAnalysisContext context, MentionCheck check)
    {
        foreach (var mention in Mentions.In(context.Tree.GetText(context.CancellationToken)))
        {
            if (check.Check(mention) is { } finding
                && WrittenText.Contains(context.Tree.GetRoot(context.CancellationToken), mention.Span)
                && check.IsSearched(context.Tree.FilePath))
            {
                context.ReportDiagnostic(ReferenceRules.Diagnostic(finding, context.Tree.GetLocation(mention.Span), check.Replacements(mention)));
            }
        }
    }

    // An ACID composed of constants, none of which contains it. In a build it comes from the compiled tests.
    private static void CheckConstant(SyntaxNodeAnalysisContext context, MentionCheck check)
    {
        if (!ConstantText.IsWhole(context.Node)
            || context.SemanticModel.GetConstantValue(context.Node, context.CancellationToken) is not { HasValue: true, Value: string text })
        {
            return;
        }

        var written = Mentions.In(context.Node.ToString());
        foreach (var mention in Mentions.In(text).Where(mention => !mention.IsGroup && !written.Any(part => part.Name == mention.Name)))
        {
            if (check.Check(mention) is { } finding && check.IsSearched(context.Node.SyntaxTree.FilePath))
            {
                context.ReportDiagnostic(ReferenceRules.Diagnostic(finding, context.Node.GetLocation(), []));
            }
        }
    }
}

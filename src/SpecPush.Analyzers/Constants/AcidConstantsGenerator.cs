using System.Text;
using Microsoft.CodeAnalysis;
using SpecPush.Analyzers.Specs;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace SpecPush.Analyzers.Constants;

/// <summary>
/// Generates a constant for each requirement. Typing in code runs none of its steps again; typing in a spec reads only that spec, and
/// generates its feature's class again only if that changes.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AcidConstantsGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that reads the specs, to track its runs.</summary>
    public const string SpecsStep = "Specs";

    /// <summary>The name of the step that names and sorts everything that was read.</summary>
    public const string ModelStep = "Model";

    /// <summary>The name of the step with each feature's constants.</summary>
    public const string FeaturesStep = "Features";

    /// <summary>The name of the step with the specs that have no constants.</summary>
    public const string InvalidStep = "Invalid";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => EditorSettings.From(options.GlobalOptions) is { } wanted && wanted.MakesConstants(options.GlobalOptions) ? wanted : null);
        var specs = context.AdditionalTextsProvider.Combine(settings)
            .Select(static (file, cancellationToken) =>
                file.Right?.SpecPath(file.Left.Path) is { } path ? SpecText.From(file.Left, path, cancellationToken) : null)
            .Where(static spec => spec is not null)
            .WithTrackingName(SpecsStep);
        var model = specs.Collect().Combine(settings)
            .Select(static (read, _) => read.Right is null ? null : ConstantsModel.From(read.Left!))
            .WithTrackingName(ModelStep);
        var features = model.SelectMany(static (model, _) => model?.Features ?? []).WithTrackingName(FeaturesStep);
        var invalid = model.Select(static (model, _) => model?.Invalid).WithTrackingName(InvalidStep);

        context.RegisterSourceOutput(features, static (output, feature) =>
            Add(output, $"SpecPush.{Identifiers.OuterClass}.{feature.FileName}.g.cs", ConstantsSource.Write(feature)));
        context.RegisterSourceOutput(invalid, static (output, invalid) =>
        {
            if (invalid is not null)
            {
                Add(output, $"SpecPush.{Identifiers.OuterClass}.g.cs", ConstantsSource.Write(invalid));
            }
        });
    }

    private static void Add(SourceProductionContext output, string file, string source) => output.AddSource(file, RoslynText.From(source, Encoding.UTF8));
}

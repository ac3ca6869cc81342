using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SpecPush.Analyzers.Constants;
using SpecPush.Specs;

namespace SpecPush.Analyzers.Tests.Constants;

/// <summary>The constants of specs, compiled with the oldest supported language version and all warnings.</summary>
internal sealed class CompiledConstants
{
    private static readonly MetadataReference[] Runtime = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)];

    private readonly List<INamedTypeSymbol> _features;

    public CompiledConstants(params Spec[] specs)
    {
        var model = ConstantsModel.From(specs, []);
        string[] sources = [ConstantsSource.Write(model.Invalid), .. model.Features.Select(ConstantsSource.Write)];
        var options = new CSharpParseOptions(LanguageVersion.CSharp7_3, DocumentationMode.Diagnose);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Replace("#pragma warning disable", "", StringComparison.Ordinal), options));
        var compilation = CSharpCompilation.Create("Constants", trees, Runtime, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        // A class with the name of a member of object hides it; the file's pragma disables that warning.
        Assert.AreEqual("", string.Join('\n', compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Id != "CS0108")));
        var types = compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().ToList();
        // The class with all features, its attribute, and a class for each feature.
        Assert.HasCount(2 + specs.Select(static spec => spec.Feature).Distinct().Count(), types);
        _features = [.. types.Where(static type => type.ContainingType is not null).OrderBy(static type => type.Name, StringComparer.Ordinal)];
    }

    /// <summary>Each as <c>AuthFeature.LOGIN_1 = auth-feature.LOGIN.1</c>.</summary>
    public string[] All => [.. Constants.Select(static constant => $"{constant.ContainingType.Name}.{constant.Name} = {constant.ConstantValue}")];

    public string?[] Documentation => [.. Constants.Select(static constant => System.Xml.Linq.XElement.Parse(constant.GetDocumentationCommentXml()!).Element("summary")?.Value)];

    public string?[] Obsolete =>
        [.. Constants.Select(static constant => constant.GetAttributes().SingleOrDefault()?.ConstructorArguments.Single().Value as string)];

    private IEnumerable<IFieldSymbol> Constants => _features.SelectMany(static feature => feature.GetMembers().OfType<IFieldSymbol>());
}

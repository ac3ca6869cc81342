extern alias analyzers;

using System.Collections.Immutable;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using analyzers::SpecPush.Analyzers.Constants;
using analyzers::SpecPush.Analyzers.References;

namespace SpecPush.Benchmarks;

/// <summary>The cost of a keystroke in an editor, with 200 specs of 40 requirements each and a file of 1,000 lines that mentions a requirement on every tenth.</summary>
[MemoryDiagnoser]
public class EditorBenchmarks
{
    private const int Specs = 200;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14);

    private readonly CSharpCompilation[] _compilations = new CSharpCompilation[2];
    private readonly AdditionalText[] _edited = new AdditionalText[2];
    private ImmutableArray<AdditionalText> _files;
    private GeneratorDriver _driver = null!;
    private int _keys;

    [GlobalSetup]
    public void Open()
    {
        _files = [.. Enumerable.Range(0, Specs).Select(static number => new Spec(number, 40))];
        _edited[0] = _files[0];
        _edited[1] = new Spec(0, 41);
        for (var version = 0; version < 2; version++)
        {
            var code = string.Concat(Enumerable.Range(0, 1000).Select(line => line % 10 == 0 ? $"// feature-{line % Specs}.GROUP.{(line % 40) + 1}\n" : $"class C{line}V{version} {{ string Name => this.ToString(); }}\n"));
            _compilations[version] = CSharpCompilation.Create(
                "Shop", [CSharpSyntaxTree.ParseText(code, Parsing, "/repository/src/Code.cs")], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        }

        _driver = CSharpGeneratorDriver.Create([new AcidConstantsGenerator().AsSourceGenerator()], _files, Parsing, new Options()).RunGenerators(_compilations[0]);
        if (_driver.GetRunResult().GeneratedTrees.Length != Specs + 1)
        {
            throw new InvalidOperationException("The generator did not run.");
        }
    }

    [Benchmark(Description = "generator: the project is opened")]
    public GeneratorDriver First() => CSharpGeneratorDriver.Create([new AcidConstantsGenerator().AsSourceGenerator()], _files, Parsing, new Options()).RunGenerators(_compilations[0]);

    [Benchmark(Description = "generator: a key in code")]
    public GeneratorDriver KeyInCode() => _driver = _driver.RunGenerators(_compilations[++_keys % 2]);

    [Benchmark(Description = "generator: a key in a spec")]
    public GeneratorDriver KeyInSpec()
    {
        var before = _edited[_keys++ % 2];
        return _driver = _driver.ReplaceAdditionalText(before, _edited[_keys % 2]).RunGenerators(_compilations[0]);
    }

    [Benchmark(Description = "analyzer: a key in code")]
    public int Check() => Check(new AcidAnalyzer());

    // The compiler does this for every analyzer of a whole compilation.
    [Benchmark(Description = "an analyzer that does nothing")]
    public int CheckNothing() => Check(new NoAnalyzer());

    private int Check(DiagnosticAnalyzer analyzer) => _compilations[++_keys % 2]
        .WithAnalyzers([analyzer], new AnalyzerOptions(_files, new Options()))
        .GetAnalyzerDiagnosticsAsync(CancellationToken.None).Result.Length;

#pragma warning disable RS1036, RS1041 // Analyzer rules and target framework: the compiler never loads this analyzer
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class NoAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = new AcidAnalyzer().SupportedDiagnostics;

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(static start =>
            {
                start.RegisterSyntaxTreeAction(static _ => { });
                start.RegisterSyntaxNodeAction(static _ => { }, SyntaxKind.AddExpression, SyntaxKind.InterpolatedStringExpression);
            });
        }
    }
#pragma warning restore RS1036, RS1041

    private sealed class Spec(int number, int requirements) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(
            $"feature:\n  name: feature-{number}\n  product: shop\ncomponents:\n  GROUP:\n"
                + string.Concat(Enumerable.Range(1, requirements).Select(static id => $"    {id}: The shop does what it says in requirement {id}, and nothing else\n")),
            Encoding.UTF8);

        public override string Path => $"/repository/features/feature-{number}.feature.yaml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values : AnalyzerConfigOptions
    {
        private static readonly string Settings = Convert.ToBase64String(Encoding.UTF8.GetBytes("/repository\u001F\u001F\u001F\u001F\u001Ftrue"));

        public override bool TryGetValue(string key, out string value)
        {
            value = key == "specpush_reports_references" ? "true" : Settings;
            return key is "specpush_reports_references" or "build_property.SpecPushEditorSettings";
        }
    }
}

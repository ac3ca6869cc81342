using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SpecPush.Analyzers.Constants;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace SpecPush.Analyzers.Tests.Infrastructure;

/// <summary>A project with the generator, kept between keystrokes as in an editor.</summary>
internal sealed class Driver
{
    private readonly Dictionary<string, AdditionalText> _files = new(StringComparer.Ordinal);
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;

    public Driver(params (string Path, string Text)[] files)
        : this(Editor.Settings(constants: true), files)
    {
    }

    public Driver(string settings, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            _files.Add(path, new TextFile(Full(path), text));
        }

        _compilation = CSharpCompilation.Create("Shop", [Code("")], Editor.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _driver = CSharpGeneratorDriver.Create(
            [new AcidConstantsGenerator().AsSourceGenerator()],
            _files.Values,
            new CSharpParseOptions(LanguageVersion.CSharp7_3),
            new Options(settings),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Run();
    }

    public Compilation Compilation { get; private set; } = null!;

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    public string Source => string.Join('\n', Result.GeneratedSources.Select(static source => source.SourceText.ToString()));

    /// <summary>Types a character in code.</summary>
    public void EditCode(string text)
    {
        _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.Single(), Code(text));
        Run();
    }

    public void EditFile(string path, string text)
    {
        var file = new TextFile(Full(path), text);
        _driver = _driver.ReplaceAdditionalText(_files[path], file);
        _files[path] = file;
        Run();
    }

    public void RemoveFile(string path)
    {
        _driver = _driver.RemoveAdditionalTexts([_files[path]]);
        _files.Remove(path);
        Run();
    }

    public void Change(string settings)
    {
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(new Options(settings));
        Run();
    }

    /// <summary>How often a step's results had each reason in the last run.</summary>
    public Dictionary<IncrementalStepRunReason, int> Reasons(string step) => (Result.TrackedSteps.TryGetValue(step, out var runs) ? runs : [])
        .SelectMany(static run => run.Outputs).GroupBy(static output => output.Reason).ToDictionary(static reason => reason.Key, static reason => reason.Count());

    /// <summary>How often generated sources had each reason in the last run.</summary>
    public Dictionary<IncrementalStepRunReason, int> Written => Result.TrackedOutputSteps.Values
        .SelectMany(static runs => runs).SelectMany(static run => run.Outputs).GroupBy(static output => output.Reason).ToDictionary(static reason => reason.Key, static reason => reason.Count());

    private static string Full(string path) => $"{Editor.Root}/{path}";

    private static SyntaxTree Code(string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp7_3), Full("src/Shop.cs"));

    private void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var compilation, out var diagnostics);
        Assert.IsEmpty(diagnostics);
        Compilation = compilation;
    }

    internal sealed class TextFile(string path, string text) : AdditionalText
    {
        private readonly RoslynText _text = RoslynText.From(text, System.Text.Encoding.UTF8);

        public override string Path => path;

        public override RoslynText GetText(CancellationToken cancellationToken = default) => _text;
    }

    internal sealed class Options(string settings) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(settings);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string settings) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = key == "specpush_reports_references" ? "true" : settings;
            return key is "specpush_reports_references" or "build_property.SpecPushEditorSettings";
        }
    }
}

extern alias core;

using System.Collections.Immutable;
using core::SpecPush.Run;
using core::SpecPush.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SpecPush.Analyzers.References;
using SpecPush.Analyzers.Tests.Infrastructure;

namespace SpecPush.Analyzers.Tests.References;

/// <summary>Reads the same repository with the core and the analyzer.</summary>
[TestClass]
public sealed class SameAsBuildTests
{
    private static readonly string[] Names =
    [
        "cart.LINES.9", "cart.LINES.3", "cart.LINES.4", "cart.LINES.1", "cart.LINES", "cart.TOTAL.1-9", "cart.TOTAL.1-", "cart.TOTAL.1-1-1", "xcart.LINES.9", "cart.LINES.9x", "cart.lines.9",
        "-cart.LINES.9", "cart.LINES.9.cart.TOTAL.8", "ücart.LINES.9", "cart.LINES.9ü", "other.LINES.1", "cart.LINES.", "cart..LINES.9", "a.cart.LINES", "cart.LINES.99999999999999999999", "🛒cart.TOTAL",
        "cart.NEW.1", "cart.LINES_2.1", "cart.LINES.1,cart.LINES.77",
    ];

    [TestMethod]
    [TestCategory("editor.CHECK.1")]
    [TestCategory("editor.CHECK.2")]
    [TestCategory("editor.CHECK.3")]
    public async Task Code_message_severity_and_line_are_those_of_a_build()
    {
        // Includes places at the ends of blocks in the analyzer's buffer.
        var source = string.Join('\n', Enumerable.Range(0, 40).SelectMany(static round => Names.Select(name => $"// {new string('x', round)} {name}")));
        var root = Directory.CreateTempSubdirectory("specpush analyzer tests ").FullName;
        Directory.CreateDirectory(Path.Combine(root, "features"));
        File.WriteAllText(Path.Combine(root, "features", "cart.feature.yaml"), Editor.Cart);
        File.WriteAllText(Path.Combine(root, "Code.cs"), source);
        try
        {
            var built = await BuiltAsync(root);
            Assert.IsGreaterThan(400, built.Length);
            CollectionAssert.AreEqual(built, await AnalyzedAsync(root, source));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<string[]> BuiltAsync(string root)
    {
        var result = await SpecPushRun.ExecuteAsync(
            new RunRequest
            {
                Directory = root,
                Settings = new RawSettings { Mode = "Check" },
                Spelling = SettingSpelling.MSBuildProperty,
                Environment = EnvironmentVariables.Empty,
                WritesState = false,
            },
            CancellationToken.None);
        return Sort(result.Findings.Where(static finding => finding.Location?.Path == "Code.cs" && finding.Code is not "SPUSH2012")
            .Select(static finding => $"{finding.Location!.Line} {finding.Code} {finding.Severity} {finding.Message}"));
    }

    private static async Task<string[]> AnalyzedAsync(string root, string source)
    {
        var compilation = CSharpCompilation.Create("Code", [CSharpSyntaxTree.ParseText(source, path: Path.Combine(root, "Code.cs"))], Editor.References);
        var files = ImmutableArray.Create<AdditionalText>(new Driver.TextFile(Path.Combine(root, "features", "cart.feature.yaml"), Editor.Cart));
        var diagnostics = await compilation.WithAnalyzers([new AcidAnalyzer()], new AnalyzerOptions(files, new Driver.Options(Editor.Settings(root: root))))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        // A build reports each finding once per line.
        return Sort(diagnostics.Select(static diagnostic =>
            $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id} {(diagnostic.Severity == DiagnosticSeverity.Info ? "Message" : diagnostic.Severity.ToString())} {diagnostic.GetMessage()}").Distinct());
    }

    private static string[] Sort(IEnumerable<string> findings) => [.. findings.Order(StringComparer.Ordinal)];
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SpecPush.Analyzers.Tests.Infrastructure;

namespace SpecPush.Analyzers.Tests;

/// <summary>Completion as in an editor, for a project that references the assembly as an analyzer.</summary>
[TestClass]
public sealed class CompletionTests
{
    [TestMethod]
    [TestCategory("editor.COMPLETION.1")]
    [DataRow("// cart.|")]
    [DataRow("class C { string s = \"see cart.|\"; }")]
    [DataRow("class C { string s = \"cart.LIN|\"; }")]
    [DataRow("class C { string s = $\"{1} cart.LINES.|\"; }")]
    [DataRow("/// <summary>cart.TOTAL.1-|</summary>\nclass C;")]
    [DataRow("[System.Obsolete(\"cart.|\")] class C;")]
    public async Task The_requirements_of_a_feature_are_offered(string source)
    {
        using var editor = new Typing(source);
        CollectionAssert.AreEqual(
            new[] { "cart.LINES.1", "cart.LINES.2", "cart.LINES.3", "cart.LINES.4", "cart.TOTAL.1", "cart.TOTAL.1-1" },
            (await editor.OfferAsync()).Select(static item => item.DisplayText).ToArray());
    }

    [TestMethod]
    [TestCategory("editor.COMPLETION.1")]
    [DataRow("class cart { static int LINES; int x => cart.|; }")]
    [DataRow("// other.|")]
    [DataRow("// cart|")]
    [DataRow("// .|")]
    public async Task Completion_is_not_offered_elsewhere(string source)
    {
        using var editor = new Typing(source);
        Assert.IsEmpty(await editor.OfferAsync());
    }

    [TestMethod]
    [TestCategory("editor.COMPLETION.2")]
    public async Task The_chosen_item_replaces_the_typed_text_and_shows_its_requirement()
    {
        using var editor = new Typing("class C { string s = \"see cart.TOTAL.1|, too\"; }");
        var item = (await editor.OfferAsync()).Single(static item => item.DisplayText == "cart.TOTAL.1-1");
        Assert.AreEqual("class C { string s = \"see cart.TOTAL.1-1, too\"; }", await editor.ChooseAsync(item));
        Assert.AreEqual("Rounds", await editor.DescribeAsync(item));
        var deprecated = (await editor.OfferAsync()).Single(static item => item.DisplayText == "cart.LINES.4");
        Assert.AreEqual("deprecated: Forgets a line", deprecated.InlineDescription);
        Assert.AreEqual("Forgets a line\n\nDeprecated.", await editor.DescribeAsync(deprecated));
    }

    [TestMethod]
    [TestCategory("editor.COMPLETION.3")]
    public async Task Constants_are_offered_and_show_the_requirements_text()
    {
        using var editor = new Typing("class C { string s = SpecPush.Acids.Cart.|; }");
        var items = await editor.OfferAsync(ours: false);
        var item = items.Single(static item => item.DisplayText == "TOTAL_1_1");
        StringAssert.Contains(await editor.DescribeAsync(item), "Rounds");
    }

    private sealed class Typing : IDisposable
    {
        private readonly AdhocWorkspace _workspace = new();
        private readonly Document _document;
        private readonly CompletionService _completion;
        private readonly int _caret;

        public Typing(string source)
        {
            _caret = source.IndexOf('|', StringComparison.Ordinal);
            var project = _workspace.AddProject(ProjectInfo.Create(
                ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                metadataReferences: Editor.References,
                analyzerReferences: [.. new[] { typeof(AcidCompletionProvider), typeof(EditorSettings) }.Select(static type => new AnalyzerFileReference(type.Assembly.Location, Loader.Instance))]));
            project = project.AddAdditionalDocument("cart.feature.yaml", Editor.Cart, filePath: $"{Editor.Root}/features/cart.feature.yaml").Project;
            project = project.AddAnalyzerConfigDocument(
                ".globalconfig",
                SourceText.From($"is_global = true\nbuild_property.SpecPushEditorSettings = {Editor.Settings(constants: true)}"),
                filePath: "/.globalconfig").Project;
            _document = project.AddDocument("Cart.cs", SourceText.From(source.Remove(_caret, 1)), filePath: $"{Editor.Root}/src/Cart.cs");
            _completion = CompletionService.GetService(_document)!;
        }

        public async Task<ImmutableArray<CompletionItem>> OfferAsync(bool ours = true)
        {
            var list = await _completion.GetCompletionsAsync(_document, _caret, CompletionTrigger.CreateInsertionTrigger('.'));
            return [.. list.ItemsList.Where(item => !ours || item.InlineDescription.Length > 0).OrderBy(static item => item.SortText, StringComparer.Ordinal)];
        }

        public async Task<string> ChooseAsync(CompletionItem item)
        {
            var change = await _completion.GetChangeAsync(_document, item);
            return (await _document.GetTextAsync()).WithChanges(change.TextChange).ToString();
        }

        public async Task<string> DescribeAsync(CompletionItem item) => (await _completion.GetDescriptionAsync(_document, item))!.Text;

        public void Dispose() => _workspace.Dispose();
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static Loader Instance { get; } = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}

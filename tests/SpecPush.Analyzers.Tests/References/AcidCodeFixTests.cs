using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using SpecPush.Analyzers.References;
using SpecPush.Analyzers.Tests.Infrastructure;

namespace SpecPush.Analyzers.Tests.References;

[TestClass]
public sealed class AcidCodeFixTests
{
    [TestMethod]
    [TestCategory("editor.FIX.1")]
    [DataRow("// {|SPUSH2010:cart.LINES.9|}", "// cart.LINES.1")]
    [DataRow("class C { string s = @\"\"\"{|SPUSH2010:cart.TOTAL.1-2|}\"; }", "class C { string s = @\"\"\"cart.TOTAL.1-1\"; }")]
    [DataRow("/// <summary>Größe 🛒 {|SPUSH2010:cart.TOTALS.1|}</summary>\nclass C;", "/// <summary>Größe 🛒 cart.TOTAL.1</summary>\nclass C;")]
    public Task The_requirement_that_was_probably_meant_is_written(string source, string expected) => FixAsync<UnknownRequirementFixProvider>(source, expected);

    [TestMethod]
    [TestCategory("editor.FIX.1")]
    [DataRow("// {|SPUSH2010:cart.REFUND.1|}")]
    [DataRow("class C { const string Feature = \"cart\", Acid = {|SPUSH2010:Feature + \".LINES.9\"|}; }")]
    public Task What_is_not_specified_yet_and_what_constants_are_put_together_to_is_left_as_it_is(string source) => FixAsync<UnknownRequirementFixProvider>(source, source);

    [TestMethod]
    [TestCategory("editor.FIX.2")]
    [DataRow(0, "cart.LINES.1")]
    [DataRow(1, "pay.CARD.1")]
    public Task A_replacement_is_written_and_nothing_that_is_no_acid(int index, string expected) =>
        FixAsync<DeprecatedRequirementFixProvider>("// {|SPUSH2011:cart.LINES.3|}", $"// {expected}", index, $"Change to {expected}");

    [TestMethod]
    [TestCategory("editor.FIX.2")]
    public Task What_nothing_replaces_is_left_as_it_is() => FixAsync<DeprecatedRequirementFixProvider>("// {|SPUSH2011:cart.LINES.4|}", "// {|SPUSH2011:cart.LINES.4|}");

    [TestMethod]
    [TestCategory("editor.FIX.3")]
    public Task All_references_to_deprecated_requirements_in_a_file_are_written_at_once() => FixAsync<DeprecatedRequirementFixProvider>(
        "// {|SPUSH2011:cart.LINES.3|} {|SPUSH2011:cart.LINES.3|}\nclass C { string s = \"{|SPUSH2011:cart.LINES.3|}\"; }",
        "// cart.LINES.1 cart.LINES.1\nclass C { string s = \"cart.LINES.1\"; }");

    [TestMethod]
    [TestCategory("editor.FIX.5")]
    public void Guesses_are_not_written_all_at_once() => Assert.IsNull(new UnknownRequirementFixProvider().GetFixAllProvider());

    private static Task FixAsync<TProvider>(string source, string expected, int? index = null, string? title = null)
        where TProvider : CodeFixProvider, new()
    {
        var test = Editor.Test<CSharpCodeFixTest<AcidAnalyzer, TProvider, DefaultVerifier>>(source);
        test.FixedState.Sources.Add(($"{Editor.Root}/src/Cart.cs", expected));
        test.CodeActionIndex = index;
        test.CodeActionVerifier = (action, verifier) => verifier.Equal(title ?? action.Title, action.Title);
        return test.RunAsync();
    }
}

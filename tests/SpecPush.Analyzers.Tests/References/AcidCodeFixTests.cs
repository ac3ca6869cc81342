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
    public Task The_nearest_requirement_is_written(string source, string expected) => FixAsync(source, expected);

    [TestMethod]
    [TestCategory("editor.FIX.2")]
    [DataRow(0, "cart.LINES.1")]
    [DataRow(1, "pay.CARD.1")]
    public Task A_replacement_is_written_and_nothing_that_is_no_acid(int index, string expected) =>
        FixAsync("// {|SPUSH2011:cart.LINES.3|}", $"// {expected}", index, $"Change to {expected}");

    [TestMethod]
    [TestCategory("editor.FIX.2")]
    public Task What_nothing_replaces_is_left_as_it_is() => FixAsync("// {|SPUSH2011:cart.LINES.4|}", "// {|SPUSH2011:cart.LINES.4|}");

    [TestMethod]
    [TestCategory("editor.FIX.2")]
    public Task What_constants_are_put_together_to_is_left_as_it_is()
    {
        const string Source = "class C { const string Feature = \"cart\", Acid = {|SPUSH2010:Feature + \".LINES.9\"|}; }";
        return FixAsync(Source, Source);
    }

    [TestMethod]
    [TestCategory("editor.FIX.3")]
    public Task All_of_a_file_are_written_at_once() => FixAsync(
        "// {|SPUSH2010:cart.LINES.9|} {|SPUSH2010:cart.LINES.9|} {|SPUSH2010:cart.TOTAL.7|}\nclass C { string s = \"{|SPUSH2010:cart.TOTAL.1-7|}\"; }",
        "// cart.LINES.1 cart.LINES.1 cart.TOTAL.1\nclass C { string s = \"cart.TOTAL.1-1\"; }");

    private static Task FixAsync(string source, string expected, int? index = null, string? title = null)
    {
        var test = Editor.Test<CSharpCodeFixTest<AcidAnalyzer, AcidCodeFixProvider, DefaultVerifier>>(source);
        test.FixedState.Sources.Add(($"{Editor.Root}/src/Cart.cs", expected));
        test.CodeActionIndex = index;
        test.CodeActionVerifier = (action, verifier) => verifier.Equal(title ?? action.Title, action.Title);
        return test.RunAsync();
    }
}

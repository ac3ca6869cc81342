namespace SpecPush.Tests.Specs;

[TestClass]
public sealed class YamlSyntaxTests
{
    private const string Colon = "error SPUSH1030";
    private const string List = "error SPUSH1033";
    private const string Tab = "error SPUSH1032";

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.2")]
    [DataRow("      1: Supports IDLE state: dormant\n      2: Works\n", "(7,29)", DisplayName = "in the middle")]
    [DataRow("      1: The states are:\n      2: Works\n", "(7,24)", DisplayName = "at the end")]
    [DataRow("      1: The states are:\n        - idle\n        - busy\n", "(7,24)", DisplayName = "before a list")]
    [DataRow("      1: Supports a state\n        called IDLE: dormant\n", "(8,20)", DisplayName = "in the second line of a text")]
    [DataRow("      1: Works\n       2: Works\n", "(8,9)", DisplayName = "of a key that is not aligned")]
    public void A_colon_in_an_unquoted_text_is_an_error_at_the_colon(string requirements, string place) =>
        SpecText.Read(SpecText.Head + requirements).Has($"{place}: {Colon}");

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.3")]
    [DataRow("`states` must be known")]
    [DataRow("*Every* state is known")]
    [DataRow("*every")]
    [DataRow("@user is known")]
    [DataRow("%d is known")]
    [DataRow("& is known")]
    [DataRow("!important is known")]
    [DataRow("! is known")]
    [DataRow("!!python/object/apply:os.system [ls]")]
    [DataRow(", then")]
    [DataRow("- is known")]
    [DataRow("? is known")]
    public void A_text_that_begins_with_a_special_character_is_an_error_at_that_character(string text) =>
        SpecText.Read($"{SpecText.Head}      1: {text}\n      2: Works\n").Has(
            $"(7,10): error SPUSH1031 | {text[0]}");

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.3")]
    [DataRow("\"Sign in\" is shown", '"')]
    [DataRow("\"Sign in\": the button", '"')]
    [DataRow("\"Sign in", '"')]
    [DataRow("'it's shown'", '\'')]
    [DataRow("'it is", '\'')]
    public void Quotes_that_do_not_enclose_the_text_are_an_error_at_the_first_one(string text, char quote) =>
        SpecText.Read($"{SpecText.Head}      1: {text}\n      2: Works\n").Has(
            $"(7,10): error SPUSH1031 | {quote}");

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.3")]
    [DataRow("[a] is known", "[")]
    [DataRow("[a, b", "[")]
    [DataRow("{a} is known", "{")]
    [DataRow("{requirement: Works", "{")]
    public void Brackets_that_do_not_enclose_the_value_are_an_error_at_the_first_one(string text, string bracket) =>
        SpecText.Read($"{SpecText.Head}      1: {text}\n      2: Works\n").Has(
            $"(7,10): error SPUSH1031 | {bracket}");

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.3")]
    [DataRow("\"C:\\dir\"", "(7,10)")]
    [DataRow("\"\\ud800\"", "(7,10)")]
    [DataRow("\"\\udc00\"", "(7,10)")]
    [DataRow("\"\\U0000d800\"", "(7,10)")]
    [DataRow("\"\\Uffffffff\"", "(7,8)", DisplayName = "beyond Unicode, which the parser does not place")]
    public void A_backslash_in_double_quotes_that_escapes_nothing_is_an_error(string text, string place) =>
        SpecText.Read($"{SpecText.Head}      1: {text}\n").Has(
            $"{place}: error SPUSH1031 | \\");

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.3")]
    [DataRow("| is a pipe", '|')]
    [DataRow("> 5 items", '>')]
    public void Text_after_the_indicator_of_a_block_is_an_error_at_the_indicator(string text, char mark) =>
        SpecText.Read($"{SpecText.Head}      1: {text}\n      2: Works\n").Has(
            $"(7,10): error SPUSH1031 | {mark}");

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.4")]
    [DataRow("\t1: Works\n", "(7,1)")]
    [DataRow("      1: Works\n\t2: Works\n", "(8,1)")]
    [DataRow("    \t1: Works\n", "(7,5)")]
    public void A_tab_as_indentation_is_an_error_at_the_tab(string requirements, string place) =>
        SpecText.Read(SpecText.Head + requirements).Has($"{place}: {Tab}");

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.5")]
    [DataRow("      1: It knows\n        - idle\n        - busy: at work\n", "(8,9)")]
    [DataRow("      1: It knows\n      - idle\n      - busy\n", "(8,7)")]
    public void A_list_below_a_text_is_an_error_at_its_first_item(string requirements, string place) =>
        SpecText.Read(SpecText.Head + requirements).Has($"{place}: {List}");

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.6")]
    public void Text_that_continues_after_a_comment_is_an_error_at_the_comment() =>
        SpecText.Read(SpecText.Head + "      1: Mends #38\n        and more\n").Has(
            "(7,16): error SPUSH1034");

    [TestMethod]
    [TestCategory("spec-reading.SYNTAX.1")]
    [DataRow("feature:\n  name: auth-feature\n  product\ncomponents:\n", "(3,3)", "did not find expected key")]
    [DataRow("feature:\n   name: auth-feature\n  product: shop\n", "(3,3)", "did not find expected key")]
    [DataRow("feature: [\n", "(2,1)", "did not find expected node content")]
    [DataRow("%YAML 9.9\n---\nfeature:\n", "(1,1)", "Found incompatible YAML document")]
    public void Any_other_violation_is_an_error_where_the_parser_stopped(string yaml, string place, string problem) =>
        SpecText.Read(yaml).Has(
            $"{place}: error SPUSH1001 | {problem}");
}

using System.Text.RegularExpressions;
using SpecPush.Tool.Tests.Infrastructure;

namespace SpecPush.Tool.Tests;

/// <summary>Output for people, in files, logs and terminals.</summary>
[TestClass]
public sealed partial class CheckTests : IDisposable
{
    private const string Finding = "shop/more.py(1): warning SPUSH2010: cart.LINES.9 is not a requirement of cart";

    private readonly ToolRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("tool.CHECK.1")]
    [TestCategory("tool.CHECK.2")]
    [TestCategory("tool.OUTPUT.2")]
    public void Findings_have_their_locations_and_messages_are_shown_on_request()
    {
        _repository.Write("shop/more.py", "# cart.LINES.9\n");
        _repository.Environment["ACAI_API_BASE_URL"] = "http://127.0.0.1:1/api/v1";
        var check = _repository.Run("check").Succeeded();
        StringAssert.StartsWith(check.Lines[0], Finding);
        CollectionAssert.Contains(check.Lines, "SpecPush: 1 feature, 2 requirements: 0 errors, 1 warning");
        Assert.IsFalse(check.Output.Contains("SPUSH2013", StringComparison.Ordinal), check.Output);
        Assert.IsFalse(check.Output.Contains('\e'), check.Output);
        StringAssert.Contains(_repository.Run("check", "--verbose").Succeeded().Output, "features/cart.feature.yaml(7,5): message SPUSH2013: No test refers to cart.LINES.2");
        Assert.IsFalse(Directory.Exists(_repository.StatePath), "check wrote something");
    }

    [TestMethod]
    [TestCategory("tool.EXIT.1")]
    [TestCategory("tool.EXIT.2")]
    public void Severities_and_fail_on_decide_the_exit_code()
    {
        _repository.Write("shop/more.py", "# cart.LINES.9\n");
        Assert.AreEqual(0, _repository.Run("check").ExitCode);
        Assert.AreEqual(1, _repository.Run("check", "--fail-on", "warning").ExitCode);
        var raised = _repository.Run("check", "--severity", "SPUSH2010=error");
        Assert.AreEqual(1, raised.ExitCode);
        StringAssert.Contains(raised.Output, "error SPUSH2010");
        Assert.AreEqual(0, _repository.Run("check", "--fail-on", "warning", "--severity", "SPUSH2010=off", "--report", "report.json", "--sarif", "report.sarif").ExitCode);
        foreach (var file in (string[])["report.json", "report.sarif"])
        {
            Assert.IsFalse(File.ReadAllText(Path.Combine(_repository.Root, file)).Contains("SPUSH2010", StringComparison.Ordinal), file);
        }
    }

    [TestMethod]
    [TestCategory("tool.CHECK.3")]
    public void Coverage_shows_features_and_requirements_without_a_test()
    {
        var coverage = _repository.Run("coverage").Succeeded();
        CollectionAssert.AreEqual(
            new[]
            {
                "product feature requirements referenced tested",
                "shop cart 2 1 1 50%",
                "features/cart.feature.yaml(7): cart.LINES.2 has no test: Removes an article",
                "SpecPush: 1 of 2 requirements tested, 50%",
            },
            coverage.Lines.Where(static line => line.Length > 0).Select(static line => Blanks.Replace(line, " ")).ToArray());
    }

    [TestMethod]
    [TestCategory("tool.OUTPUT.1")]
    [TestCategory("tool.OUTPUT.2")]
    public void A_terminal_gets_colours_and_progress_unless_NO_COLOR_is_set()
    {
        _repository.Write("shop/more.py", "# cart.LINES.9\n");
        var colourful = _repository.RunInTerminal("", "check").Succeeded();
        Assert.IsTrue(Colour.IsMatch(colourful.Output), colourful.Output);
        StringAssert.Contains(colourful.Output, "Reading specs and references");
        _repository.Environment["NO_COLOR"] = "1";
        var plain = _repository.RunInTerminal("", "check").Succeeded();
        Assert.IsFalse(Colour.IsMatch(plain.Output), plain.Output);
        StringAssert.Contains(plain.Output, Finding);
    }

    [TestMethod]
    [TestCategory("tool.OUTPUT.4")]
    public void No_text_of_the_repository_controls_the_terminal()
    {
        _repository.Write("features/cart.feature.yaml", "feature:\n  name: cart\n  product: shop\ncomponents:\n  LINES:\n    2: \"\\e]0;owned\\a \\u202Ereversed [red]markup[/] \\e[2J\"\n");
        foreach (var result in new[] { _repository.Run("coverage", "--verbose"), _repository.RunInTerminal("", "coverage", "--verbose") })
        {
            Assert.IsFalse(result.Output.Contains("\e]0;", StringComparison.Ordinal), result.Output);
            Assert.IsFalse(result.Output.Contains("\e[2J", StringComparison.Ordinal), result.Output);
            Assert.IsFalse(result.Output.Contains('\u202E'), result.Output);
        }

        StringAssert.Contains(_repository.Run("coverage").Output, "[red]markup[/]");
    }

    [TestMethod]
    [TestCategory("tool.EXPLAIN.1")]
    [TestCategory("tool.EXPLAIN.2")]
    public void Explain_says_what_the_documentation_says()
    {
        var document = SourceTree.Read("docs/findings.md");
        var explained = _repository.Run("explain", "2010").Succeeded();
        StringAssert.StartsWith(explained.Output, "SPUSH2010: Unknown requirement");
        var paragraph = Paragraph.Match(document).Groups["text"].Value.Trim().Split('\n')[^1];
        StringAssert.Contains(explained.Output, paragraph);
        Assert.AreEqual(explained.Output, _repository.Run("explain", "spush2010").Output);
        CollectionAssert.AreEqual(
            Heading.Matches(document).Select(static match => match.Groups["code"].Value).Order(StringComparer.Ordinal).ToArray(),
            _repository.Run("explain").Succeeded().Lines.Where(static line => line.Length > 0).Select(static line => line.Split(' ')[0]).ToArray());
        var unknown = _repository.Run("explain", "SPUSH9999");
        Assert.AreEqual(2, unknown.ExitCode);
        StringAssert.Contains(unknown.StandardError, "SPUSH9999 is not the code of a finding");
    }

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour { get; }

    [GeneratedRegex(" +")]
    private static partial Regex Blanks { get; }

    [GeneratedRegex("### SPUSH2010: [^\n]+\n(?<text>.*?)\n<a id=", RegexOptions.Singleline)]
    private static partial Regex Paragraph { get; }

    [GeneratedRegex("^### (?<code>SPUSH[0-9]{4}): ", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }
}

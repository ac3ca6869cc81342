using System.Text.RegularExpressions;
using SpecPush.Tool.Tests.Infrastructure;

namespace SpecPush.Tool.Tests;

/// <summary>Options and the file specpush.json, including what neither may contain.</summary>
[TestClass]
public sealed partial class SettingsTests : IDisposable
{
    private readonly ToolRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("tool.SETTINGS.1")]
    [TestCategory("tool.SAFE.1")]
    public void Every_input_of_the_action_is_an_option_except_secrets_and_inputs_for_workflows()
    {
        var inputs = Input.Matches(SourceTree.Read("action.yml").Split("\noutputs:")[0]).Select(static match => match.Groups["name"].Value)
            .Except(["api-token", "github-token", "check-run", "matrix-job", "comment"]).Select(static name => name switch { "collected" => "from", "collect-to" => "to", _ => name });
        var options = new[] { "push", "collect" }.SelectMany(command => Option.Matches(_repository.Run(command, "--help").Succeeded().Output)).Select(static match => match.Groups["name"].Value).Distinct();
        CollectionAssert.AreEquivalent(inputs.ToArray(), options.Except(["json", "verbose", "help", "update-baseline"]).ToArray());
    }

    [TestMethod]
    [TestCategory("tool.SETTINGS.2")]
    [TestCategory("tool.EXIT.2")]
    public void Options_override_the_file()
    {
        _repository.Write("shop/more.py", "# cart.LINES.9\n");
        _repository.Write("specpush.json", """
            {
              "$schema": "https://example.com/any",
              "specs": ["features/*.feature.yaml"], // the default
              "severity": ["SPUSH2010=error"],
            }
            """);
        Assert.AreEqual(1, _repository.RunIn("shop", "check").ExitCode);
        Assert.AreEqual(0, _repository.RunIn("shop", "check", "--severity", "SPUSH2010=message").ExitCode);
    }

    [TestMethod]
    [TestCategory("tool.SETTINGS.3")]
    [TestCategory("tool.SAFE.2")]
    [DataRow("{\n  \"api-url\": \"https://elsewhere.example\"\n}", "specpush.json(2,3): error SPUSH5042")]
    [DataRow("{\n  \"allow-insecure-api\": true\n}", "specpush.json(2,3): error SPUSH5042")]
    [DataRow("{\n  \"api-token\": \"acai_secret\"\n}", "specpush.json(2,3): error SPUSH5042")]
    [DataRow("{ \"commit\": \"abc\" }", "specpush.json(1,3): error SPUSH5042")]
    [DataRow("{ \"report\": \"/home/me/.bashrc\" }", "specpush.json(1,3): error SPUSH5042")]
    [DataRow("{ \"sarif\": \"out/../../x\" }", "specpush.json(1,3): error SPUSH5042")]
    [DataRow("{ \"html-report\": \".\\\\..\\\\x\" }", "specpush.json(1,3): error SPUSH5042")]
    [DataRow("{ \"badge\": \".git/config\" }", "specpush.json(1,3): error SPUSH5042")]
    [DataRow("{ \"baseline\": \"C:/x\" }", "specpush.json(1,3): error SPUSH5042")]
    [DataRow("{\n\n  \"tärget\": \"x\"\n}", "specpush.json(3,3): error SPUSH5041")]
    [DataRow("{ \"sc\\ud800ope\": 1 }", "specpush.json: error SPUSH5040")]
    [DataRow("{ \"scope\": \"\\ud800\" }", "specpush.json: error SPUSH5040")]
    [DataRow("{ \"scope\": tr\u202e }", "specpush.json(1): error SPUSH5040")]
    [DataRow("{ \"scope\": {} }", "specpush.json(1,3): error SPUSH5043")]
    [DataRow("{ \"specs\": [1] }", "specpush.json(1,3): error SPUSH5043")]
    [DataRow("{ \"scope\": \"a\",\n \"scope\": \"b\" }", "specpush.json(2,2): error SPUSH5044")]
    [DataRow("{ \"scope\": \"../x\" }", "specpush.json(1,3): error SPUSH5005: --scope is '../x'")]
    [DataRow("{ \"mode\": ", "specpush.json(1): error SPUSH5040")]
    [DataRow("[]", "specpush.json(1): error SPUSH5040")]
    [DataRow("[[[[[[[[[[[[[[[[", "specpush.json(1): error SPUSH5040")]
    public void A_mistake_in_the_file_is_an_error_at_its_line_and_nothing_is_done(string file, string expected)
    {
        _repository.Write("specpush.json", file);
        var push = _repository.Run("push");
        Assert.AreEqual(2, push.ExitCode, push.Output);
        StringAssert.StartsWith(push.Output, expected);
        CollectionAssert.Contains(push.Lines, "SpecPush: nothing was done, because a setting is wrong (SPUSH3102)");
        Assert.IsFalse(push.Output.Contains("acai_secret", StringComparison.Ordinal));
    }

    [TestMethod]
    [TestCategory("tool.SETTINGS.4")]
    [TestCategory("tool.EXIT.1")]
    public void An_invalid_option_is_reported_as_typed()
    {
        var wrong = _repository.Run("push", "--timeout", "soon");
        Assert.AreEqual(2, wrong.ExitCode);
        StringAssert.Contains(wrong.Output, "error SPUSH5007: --timeout is 'soon'");
        var unknown = _repository.Run("push", "--forse");
        Assert.AreEqual(2, unknown.ExitCode);
        StringAssert.Contains(unknown.Output, "--forse");
        Assert.AreEqual(2, _repository.Run("psh").ExitCode);
    }

    [GeneratedRegex(@"^  (?<name>[a-z-]+):$", RegexOptions.Multiline)]
    private static partial Regex Input { get; }

    [GeneratedRegex(@"^ +(-., )*--(?<name>[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Option { get; }
}

using System.Globalization;
using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>Text that could be interpreted as a command, Markdown or HTML, in every source of text that the action shows.</summary>
[TestClass]
public sealed class HostileTextTests : IDisposable
{
    private const string Hostile = "\n::error file=x::owned\n##[error]owned\r::set-output name=pushed::owned\u2028::notice::%0A::owned|<script>owned</script>[owned](javascript:owned)`${{ owned }}`";

    private readonly TestRepository _repository = ShopRepository.Create();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    [TestCategory("action.SAFE.2")]
    [TestCategory("action.SAFE.3")]
    public async Task Text_of_the_server_is_escaped()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success(Hostile, Hostile, Hostile));
        using var step = WorkflowStep.ForPush(_repository).Inputs(("api-url", server.ApiUrl.ToString()), ("api-token", "acai_token"));
        AssertHarmless(step.Run(), pushed: "true");
    }

    [TestMethod]
    [TestCategory("action.SAFE.2")]
    [TestCategory("action.SAFE.3")]
    public async Task The_reason_for_a_refusal_is_escaped()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Error(422, Hostile));
        using var step = WorkflowStep.ForPush(_repository).Inputs(("api-url", server.ApiUrl.ToString()), ("api-token", "acai_token"));
        AssertHarmless(step.Run(), pushed: "false");
    }

    [TestMethod]
    [TestCategory("action.SAFE.2")]
    [TestCategory("action.SAFE.3")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Text_of_the_repository_is_escaped()
    {
        _repository.Write("src/\n::error::owned,line=3\n##[error]owned|<b>owned.js", "// cart.LINES.77\n");
        _repository.Write("features/<img src=x>[owned](x) %0A::error::owned.feature.yaml", "feature:\n  name: bad\n  product: shop\ncomponents:\n  \"\\n::error::owned <b>|`\":\n    1: x\n");
        _repository.Commit();
        using var step = WorkflowStep.ForPush(_repository).Inputs(("mode", "check"));
        AssertHarmless(step.Run(), pushed: "false");
    }

    [TestMethod]
    [TestCategory("action.SAFE.2")]
    public void Branch_names_and_inputs_are_text()
    {
        using var step = WorkflowStep.ForPush(_repository, "::error::owned|<b>").Inputs(("api-token", "acai_token"), ("branches", "none"), ("mode", "auto"));
        AssertHarmless(step.Run(), pushed: "false");
        using var other = WorkflowStep.ForPush(_repository).Inputs(("mode", Hostile));
        AssertHarmless(other.Run(), pushed: "false");
    }

    [TestMethod]
    [TestCategory("action.COMMANDS.2")]
    [TestCategory("action.COMMANDS.4")]
    [TestCategory("action.SUMMARY.3")]
    public void A_thousand_findings_have_ten_commands_per_level_on_different_files()
    {
        for (var file = 1; file <= 20; file++)
        {
            var lines = Enumerable.Range(1, 50).Select(number => string.Create(CultureInfo.InvariantCulture, $"// cart.LINES.{(file * 100) + number}\n"));
            _repository.Write(string.Create(CultureInfo.InvariantCulture, $"src/file{file:00}.js"), string.Concat(lines));
        }

        _repository.Commit();
        using var step = WorkflowStep.ForPush(_repository).Inputs(("mode", "check"));
        var result = step.Run();
        var warnings = result.Commands.Where(static line => line.StartsWith("::warning ", StringComparison.Ordinal)).ToArray();
        Assert.HasCount(10, warnings);
        Assert.HasCount(9, warnings[..9].Select(static line => line.Split(',')[0]).Distinct().ToArray());
        Assert.AreEqual("::warning title=SpecPush::991 more warnings: the log of this step, its summary and the JSON report list them all.", warnings[9]);
        CollectionAssert.Contains(result.Commands, "::group::991 more findings");
        Assert.HasCount(991, result.Lines.Where(static line => line.StartsWith("warning SPUSH2010 ", StringComparison.Ordinal)).ToArray());
        Assert.AreEqual("1000", result.Outputs["warnings"]);
        StringAssert.Contains(result.Summary, "### Warnings: 1000");
    }

    [TestMethod]
    [TestCategory("action.COMMANDS.1")]
    [TestCategory("action.COMMANDS.3")]
    public async Task A_long_message_is_cut_before_the_runner_cuts_it()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Success("shop", "main", new string('x', 10_000)));
        using var step = WorkflowStep.ForPush(_repository).Inputs(("api-url", server.ApiUrl.ToString()), ("api-token", "acai_token"));
        foreach (var command in step.Run().Commands[1..])
        {
            Assert.IsLessThanOrEqualTo(4096, command[(command.IndexOf("::", 2, StringComparison.Ordinal) + 2)..].Length);
        }
    }

    private static void AssertHarmless(StepResult result, string pushed)
    {
        Assert.AreEqual(pushed, result.Outputs["pushed"]);
        Assert.HasCount(10, result.Outputs);
        foreach (var line in result.Commands)
        {
            // The runner interprets only a command's properties; the rest is text.
            Assert.MatchesRegex("^::(add-mask::acai_token$|(error|warning|notice) (file=[^,:]*,)?(line=[0-9]+,)?(col=[0-9]+,)?title=SPUSH[0-9]{4}::)", line);
        }

        Assert.DoesNotMatchRegex(@"<script|<img|<b>|[^\\]\]\((?!https://github\.com/)|[^\\]`|[^\\ \n:|-]\|", result.Summary);
    }
}

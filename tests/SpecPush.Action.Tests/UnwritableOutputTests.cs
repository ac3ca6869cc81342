using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>Paths that cannot be written to, after a successful push.</summary>
[TestClass]
public sealed class UnwritableOutputTests : IDisposable
{
    private readonly HostedServer _server = new();
    private readonly TestRepository _repository = ShopRepository.Create();
    private readonly string _file;

    public UnwritableOutputTests() => _file = Path.Combine(_repository.Path, "src", "cart.js");

    public void Dispose()
    {
        _repository.Dispose();
        _server.Dispose();
    }

    [TestMethod]
    [TestCategory("action.OUTPUTS.5")]
    [DataRow("report", "src/cart.js/report.json")]
    [DataRow("report", "src")]
    [DataRow("sarif", "src/cart.js/specs.sarif")]
    [DataRow("html-report", "src")]
    [DataRow("badge", "features")]
    public void A_report_that_cannot_be_written_is_a_warning_and_everything_else_is_written(string input, string path)
    {
        using var step = Step().Inputs((input, path));
        AssertPushedAndShown(step.Run(), "SPUSH5011");
    }

    [TestMethod]
    [TestCategory("action.OUTPUTS.5")]
    public void A_summary_that_cannot_be_written_is_a_warning_and_the_outputs_are_written()
    {
        using var step = Step().Variables(("GITHUB_STEP_SUMMARY", Path.Combine(_file, "summary")));
        var result = step.Run();
        AssertPushed(result, "SPUSH5031");
        Assert.AreEqual("true", result.Outputs["pushed"]);
    }

    [TestMethod]
    [TestCategory("action.OUTPUTS.5")]
    public void Outputs_that_cannot_be_written_are_a_warning_and_the_summary_is_written()
    {
        using var step = Step().Variables(("GITHUB_OUTPUT", _repository.Path));
        var result = step.Run();
        AssertPushed(result, "SPUSH5031");
        StringAssert.Contains(result.Summary, "production");
    }

    [TestMethod]
    [TestCategory("action.OUTPUTS.5")]
    [OSCondition(OperatingSystems.Linux)]
    public void A_full_disk_is_a_warning_and_not_a_failure()
    {
        using var step = Step().Variables(("GITHUB_STEP_SUMMARY", "/dev/full"));
        var result = step.Run();
        AssertPushed(result, "SPUSH5031");
        StringAssert.Contains(result.Log, "No space left");
    }

    private WorkflowStep Step() => WorkflowStep.ForPush(_repository)
        .Inputs(("api-url", _server.ApiUrl), ("api-token", _server.Token!), ("target-impl-name", "main=production"));

    private static void AssertPushedAndShown(StepResult result, string code)
    {
        AssertPushed(result, code);
        Assert.AreEqual("true", result.Outputs["pushed"]);
        StringAssert.Contains(result.Summary, code);
    }

    private static void AssertPushed(StepResult result, string code)
    {
        Assert.AreEqual(0, result.ExitCode, result.Log);
        CollectionAssert.Contains(result.Lines, "SpecPush: shop → production: 1 spec created, 0 updated, 4 references");
        StringAssert.StartsWith(result.Commands.Single(static command => command.StartsWith("::warning", StringComparison.Ordinal)), $"::warning title={code}::");
        Assert.IsFalse(result.Log.Contains("othing was pushed", StringComparison.Ordinal), result.Log);
    }
}

using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.Tests.Run;

[TestClass]
public sealed class UnexpectedFailureTests
{
    [TestMethod]
    [TestCategory("pushing.TOKEN.1")]
    public void An_exception_that_quotes_the_token_is_shown_without_it()
    {
        var environment = new EnvironmentVariables([KeyValuePair.Create("ACAI_API_TOKEN", "canary-1234567890\n")]);
        var finding = UnexpectedFailure.From(new InvalidOperationException("Bearer canary-1234567890 is odd"), environment);
        Assert.AreEqual("SPUSH5099", finding.Code);
        StringAssert.Contains(finding.Message, "Bearer *** is odd");
    }

    [TestMethod]
    [TestCategory("build.MODE.4")]
    [DataRow(RunMode.Auto)]
    [DataRow(RunMode.Push)]
    [DataRow(RunMode.Check)]
    public async Task It_keeps_the_mode_which_decides_whether_it_fails_a_build(RunMode mode)
    {
        await using var fixture = await RunFixture.StartAsync();
        fixture.Settings = new RawSettings { Mode = mode.ToString() };
        fixture.Time.Ahead = TimeSpan.MaxValue;
        var result = await fixture.RunAsync();
        Assert.AreEqual("SPUSH5099", result.Findings.Single().Code);
        Assert.AreEqual(mode, result.Mode);
    }
}

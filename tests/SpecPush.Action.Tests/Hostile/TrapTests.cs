namespace SpecPush.Actions.Tests.Hostile;

/// <summary>Programs that a checkout wants to have run: the step runs none, and plain git runs each.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class TrapTests
{
    public static IEnumerable<object[]> Names => Traps.All.Select(static trap => (object[])[trap.Name]);

    [TestMethod]
    [TestCategory("reliability.CHECKOUTS.3")]
    [TestCategory("checkout.SAFE.1")]
    [TestCategory("checkout.SAFE.2")]
    [TestCategory("checkout.SAFE.3")]
    [DynamicData(nameof(Names))]
    public async Task A_step_springs_no_trap(string name)
    {
        var trap = Traps.All.Single(trap => trap.Name == name);
        await using var checkout = await HostileCheckout.CreateAsync();
        trap.Set(checkout);
        Assert.IsFalse(checkout.HasSprung, "it was sprung when it was set");

        using var step = checkout.CreateStep().Inputs(trap.Input);
        if (trap.IsInCurrentFolder)
        {
            step.Variables(("PATH", $".:{Environment.GetEnvironmentVariable("PATH")}"));
        }

        var result = step.Run();
        Assert.IsFalse(checkout.HasSprung, result.Log);
        Assert.AreEqual(trap.LeavesCheckout ? "true" : "false", result.Outputs["pushed"], result.Log);
        Assert.IsEmpty(checkout.Elsewhere.Requests);

        trap.Spring(checkout);
        Assert.IsTrue(checkout.HasSprung, "plain git does not spring it either, so this shows nothing");
    }
}

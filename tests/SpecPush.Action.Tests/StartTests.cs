using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

[TestClass]
public sealed class StartTests
{
    [TestMethod]
    [TestCategory("action.START.1")]
    public void A_check_loads_no_library_for_what_it_does_not_do()
    {
        if (WorkflowStep.PublishedProgram is { } program && !File.Exists(program + ".dll"))
        {
            // A native program has no libraries to load.
            Assert.IsEmpty(Directory.GetFiles(Path.GetDirectoryName(program)!, "*.dll"));
            return;
        }

        using var repository = ShopRepository.Create();
        using var scratch = new TemporaryFolder();
        var list = Path.Combine(scratch.Path, "loaded");
        using var step = WorkflowStep.ForPush(repository).Inputs(("mode", "Check"))
            .Variables(("DOTNET_STARTUP_HOOKS", typeof(StartTests).Assembly.Location), (StartupHook.ListVariable, list));
        Assert.AreEqual(0, step.Run().ExitCode);
        var loaded = File.ReadAllLines(list);
        CollectionAssert.Contains(loaded, "SpecPush.Core");
        string[] unused = ["Polly", "System.Net.Http", "Microsoft.Extensions.Http", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Logging"];
        Assert.IsEmpty(loaded.Where(name => unused.Any(name.StartsWith)), string.Join(' ', loaded));
    }
}

using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>The events, with the program as a process on this machine.</summary>
[TestClass]
public sealed class ProcessEventTests : EventTests
{
    private protected override StepResult Run(WorkflowStep step) => step.RunProcess();
}

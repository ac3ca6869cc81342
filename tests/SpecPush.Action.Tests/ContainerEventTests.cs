using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>The events, with the image in a workspace of another user: the results are exactly the same.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class ContainerEventTests : EventTests
{
    private protected override StepResult Run(WorkflowStep step) => step.RunInContainer();
}

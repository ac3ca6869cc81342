using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace SpecPush.Release.Tests.Workflows;

/// <summary>The rules that every workflow of this repository keeps.</summary>
[TestClass]
public sealed partial class WorkflowTests
{
    [TestMethod]
    [TestCategory("supply-chain.WORKFLOWS.1")]
    public void Every_action_is_pinned_to_a_commit_that_has_its_version_beside_it()
    {
        var lines = Workflow.All.SelectMany(static workflow => workflow.Text.Split('\n')).Select(static line => line.Trim().TrimStart('-', ' '))
            .Where(static line => line.StartsWith("uses:", StringComparison.Ordinal) && line != "uses: ./").ToArray();
        Assert.IsGreaterThan(10, lines.Length);
        var pins = lines.Select(static line => (Line: line, Pin: Pinned.Match(line))).ToArray();
        CollectionAssert.AreEqual(Array.Empty<string>(), pins.Where(static pin => !pin.Pin.Success).Select(static pin => pin.Line).ToArray());
        foreach (var action in pins.Select(static pin => pin.Pin).GroupBy(static pin => pin.Groups["repository"].Value))
        {
            Assert.AreEqual(1, action.Select(static pin => pin.Groups["commit"].Value + pin.Groups["version"].Value).Distinct().Count(), $"{action.Key} is used at several commits");
        }
    }

    [TestMethod]
    [TestCategory("supply-chain.WORKFLOWS.2")]
    public void A_job_has_only_the_permissions_that_it_needs()
    {
        foreach (var workflow in Workflow.All)
        {
            Assert.IsEmpty(workflow.Permissions!.Children, $"{workflow.Name} gives permissions to all of its jobs");
        }

        var granted = Workflow.All.SelectMany(static workflow => workflow.Jobs).Select(static job => $"{job.Name}: {Granted(job.Job)}");
        CollectionAssert.AreEqual(
            new[]
            {
                "ci/gate: contents read",
                "ci/reproducible: contents read",
                "ci/benchmark: contents read",
                "codeql/analyze: contents read, security-events write",
                "dependency-review/review: contents read",
                "release/check: contents read",
                "release/image: contents read, packages write, id-token write, attestations write",
                "release/package: contents read, id-token write, attestations write",
                "release/tag: contents write",
                "specs/push: contents read, checks write",
            },
            granted.ToArray());
    }

    [TestMethod]
    [TestCategory("supply-chain.WORKFLOWS.2")]
    public void A_checkout_leaves_no_credentials_behind()
    {
        var checkouts = Workflow.All.SelectMany(static workflow => workflow.Steps).Where(static step => $"{step.Step.Find("uses")}".StartsWith("actions/checkout@", StringComparison.Ordinal)).ToArray();
        Assert.IsGreaterThan(5, checkouts.Length);
        foreach (var (job, step) in checkouts)
        {
            Assert.AreEqual("false", $"{(step.Find("with") as YamlMappingNode)?.Find("persist-credentials")}", job);
        }
    }

    [TestMethod]
    [TestCategory("supply-chain.WORKFLOWS.3")]
    public void Nothing_from_outside_is_written_into_a_script()
    {
        foreach (var (job, step) in Workflow.All.SelectMany(static workflow => workflow.Steps))
        {
            Assert.IsFalse($"{step.Find("run")}".Contains("${{", StringComparison.Ordinal), $"{job} has an expression in a script; give it as an environment variable");
        }
    }

    [TestMethod]
    [TestCategory("supply-chain.WORKFLOWS.3")]
    public void No_workflow_runs_the_code_of_a_pull_request_with_permissions_of_this_repository()
    {
        var events = Workflow.All.SelectMany(static workflow => workflow.Events).Distinct().Order(StringComparer.Ordinal);
        CollectionAssert.AreEqual(new[] { "pull_request", "push", "schedule", "workflow_dispatch" }, events.ToArray());
    }

    [TestMethod]
    [TestCategory("supply-chain.WORKFLOWS.2")]
    public void Every_job_has_an_end_and_a_known_runner()
    {
        foreach (var (name, job) in Workflow.All.SelectMany(static workflow => workflow.Jobs))
        {
            Assert.IsNotNull(job.Find("timeout-minutes"), name);
            Assert.IsFalse($"{job["runs-on"]}".EndsWith("-latest", StringComparison.Ordinal), name);
        }
    }

    [TestMethod]
    [TestCategory("supply-chain.RELEASE.1")]
    public void The_release_runs_the_steps_that_are_tested()
    {
        var scripts = string.Join('\n', Workflow.All.Single(static workflow => workflow.Name == "release").Steps.Select(static step => $"{step.Step.Find("run")}"));
        foreach (var command in new[] { "check", "version", "pack", "verify", "tag", "notes" })
        {
            StringAssert.Contains(scripts, $".ci/release {command}");
        }
    }

    private static string Granted(YamlMappingNode job) =>
        job.Find("permissions") is YamlMappingNode granted ? string.Join(", ", granted.Children.Select(static permission => $"{permission.Key} {permission.Value}")) : "";

    [GeneratedRegex(@"^uses: (?<repository>[\w.-]+/[\w.-]+)(/[\w./-]+)?@(?<commit>[0-9a-f]{40}) # (?<version>v\d+\.\d+\.\d+)$")]
    private static partial Regex Pinned { get; }
}

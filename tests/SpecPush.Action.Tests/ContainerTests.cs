using System.Diagnostics;
using SpecPush.Action.Tests.Infrastructure;
using SpecPush.LocalServer.Tests;
using SpecPush.Tests.Infrastructure;

namespace SpecPush.Action.Tests;

/// <summary>The image, built from the Dockerfile and run as a runner would, where there are tools for it beside the repository.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class ContainerTests
{
    private const string Image = "specpush-action:test";

    private static readonly string Tools = Path.GetFullPath("../shared/container", Metadata.RepositoryRoot);

    [ClassInitialize]
    public static void Build(TestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (File.Exists(Path.Combine(Tools, "build")))
        {
            var (exitCode, output) = Start("build", [Metadata.RepositoryRoot, Image, "--layers"]);
            Assert.AreEqual(0, exitCode, output);
        }
    }

    [TestMethod]
    [TestCategory("action.CONTAINER.1")]
    public void The_image_pushes_the_workspace_of_another_user()
    {
        RequireTools();
        using var server = new ServerProcess();
        using var repository = ShopRepository.Create();
        var result = Run(repository, ("INPUT_API-TOKEN", server.Token!), ("INPUT_API-URL", $"{server.Http.BaseAddress}api/v1"));
        Assert.AreEqual(0, result.ExitCode, result.Output);
        StringAssert.Contains(result.Output, "SpecPush: shop → main: 1 spec created, 0 updated, 4 references");
        StringAssert.Contains(result.Output, "| shop | cart | 2 | 2 | 2 | ██████████ 100 % |");
        Assert.IsTrue(File.Exists(Path.Combine(repository.Path, "specpush-report.json")));
    }

    [TestMethod]
    [TestCategory("action.CONTAINER.1")]
    public void The_image_fails_for_an_invalid_spec()
    {
        RequireTools();
        using var repository = ShopRepository.Create();
        repository.Write("features/bad.feature.yaml", "feature:\n  name: bad\n");
        repository.Commit();
        var result = Run(repository, ("INPUT_MODE", "check"));
        Assert.AreEqual(1, result.ExitCode, result.Output);
        StringAssert.Contains(result.Output, "::error file=features/bad.feature.yaml,line=2,col=3,title=SPUSH1005::");
    }

    private static (int ExitCode, string Output) Run(TestRepository repository, params (string Name, string Value)[] variables)
    {
        (string Name, string Value)[] all =
        [
            ("GITHUB_REPOSITORY", "my-org/my-repo"), ("GITHUB_EVENT_NAME", "push"), ("GITHUB_REF_NAME", "main"), ("GITHUB_REF_TYPE", "branch"), ("GITHUB_SHA", repository.Head), .. variables,
        ];
        var environment = Path.Combine(repository.Scratch, "environment");
        File.WriteAllLines(environment, all.Select(static variable => $"{variable.Name}={variable.Value}"));
        using (var change = Process.Start("chown", ["-R", "1001", repository.Path]))
        {
            change.WaitForExit();
        }

        return Start("run", [Image, repository.Path, environment]);
    }

    private static (int ExitCode, string Output) Start(string tool, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Tools, tool), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private static void RequireTools()
    {
        if (!File.Exists(Path.Combine(Tools, "build")))
        {
            Assert.Inconclusive($"There are no tools to build and run containers in {Tools}.");
        }
    }
}

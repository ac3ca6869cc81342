using System.Text.Json;
using SpecPush.Actions.Commands;
using SpecPush.Settings;

namespace SpecPush.Actions.Tests.Infrastructure;

/// <summary>A step of a workflow as the runner runs it: in a workspace, with only the runner's variables and files.</summary>
internal sealed class WorkflowStep : IDisposable
{
    private const string ReportName = "specpush-report.json";

    private readonly TemporaryFolder _files = new();
    private readonly Dictionary<string, string> _variables;

    public WorkflowStep(string workspace)
    {
        Workspace = workspace;
        _variables = new Dictionary<string, string>
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_WORKSPACE"] = workspace,
            ["GITHUB_REPOSITORY"] = "my-org/my-repo",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_API_URL"] = "http://127.0.0.1:9/",
            ["GITHUB_WORKFLOW"] = "specs",
            ["GITHUB_JOB"] = "push",
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["RUNNER_TEMP"] = _files.Path,
            ["GITHUB_OUTPUT"] = _files.Write("output", ""),
            ["GITHUB_STEP_SUMMARY"] = _files.Write("summary", ""),
        };
    }

    /// <summary>What is run in place of what the build left, if the environment names it.</summary>
    public static string? PublishedProgram => Environment.GetEnvironmentVariable("SPECPUSH_TESTED_ACTION");

    public string Workspace { get; }

    /// <summary>The runner's own folder, with everything that the step leaves outside the workspace.</summary>
    public string Temporary => _files.Path;

    /// <summary>A step for a push of the checked-out commit.</summary>
    public static WorkflowStep ForPush(TestRepository repository, string branch = "main") => new WorkflowStep(repository.Path)
        .Event("push", """{"repository": {"default_branch": "main", "full_name": "my-org/my-repo"}}""")
        .Variables(("GITHUB_REF", $"refs/heads/{branch}"), ("GITHUB_REF_NAME", branch), ("GITHUB_REF_TYPE", "branch"), ("GITHUB_SHA", repository.Head));

    public WorkflowStep Event(string name, string json) =>
        Variables(("GITHUB_EVENT_NAME", name), ("GITHUB_EVENT_PATH", _files.Write("event.json", json)));

    /// <summary>The event of pull request 7, from <c>work</c> to <c>main</c>.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="head">The commit of <c>work</c>.</param>
    /// <param name="target">The commit of <c>main</c>.</param>
    /// <param name="source">The repository of <c>work</c>.</param>
    public WorkflowStep PullRequestEvent(string name, string head, string target, string source = "my-org/my-repo") => Event(name, $$"""
        {
          "repository": { "default_branch": "main" },
          "pull_request": {
            "number": 7,
            "head": { "ref": "work", "sha": "{{head}}", "repo": { "full_name": "{{source}}" } },
            "base": { "ref": "main", "sha": "{{target}}", "repo": { "full_name": "my-org/my-repo" } }
          }
        }
        """);

    public WorkflowStep Variables(params (string Name, string Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _variables[name] = value;
        }

        return this;
    }

    public WorkflowStep Inputs(params (string Name, string Value)[] inputs) =>
        Variables([.. inputs.Select(static input => ($"INPUT_{input.Name.ToUpperInvariant()}", input.Value))]);

    /// <summary>Runs the step in the process of the tests, which is faster, or as a process where that makes a difference.</summary>
    public StepResult Run() => PublishedProgram is null && _variables.Keys.All(IsReadByProgram) ? RunHere() : RunProcess();

    /// <summary>Runs the program as the runner does.</summary>
    public StepResult RunProcess()
    {
        string[] program = PublishedProgram is { } published ? [published] : ["dotnet", SourceTree.ProgramOf("SpecPush.Action")];
        var result = Command.RunIsolated(Workspace, program[0], program[1..], _variables);
        Assert.AreEqual("", result.StandardError);
        return new StepResult(result.ExitCode, result.StandardOutput, Read("GITHUB_OUTPUT"), Read("GITHUB_STEP_SUMMARY"), ReadReport());
    }

    /// <summary>Runs the step in its container.</summary>
    public StepResult RunInContainer()
    {
        // Only the workspace is mounted; git's own directory is not part of the checkout.
        _variables.TryAdd("INPUT_REPORT", ReportName);
        var eventFile = Path.Combine(Workspace, ".git", "event.json");
        File.Copy(_variables["GITHUB_EVENT_PATH"], eventFile, overwrite: true);
        var variables = _variables.Where(static variable => variable.Key is not ("GITHUB_OUTPUT" or "GITHUB_STEP_SUMMARY" or "GITHUB_WORKSPACE" or "GITHUB_EVENT_PATH" or "RUNNER_TEMP"))
            .Append(KeyValuePair.Create("GITHUB_EVENT_PATH", "/github/workspace/.git/event.json"));
        var (exitCode, log, output, summary) = ContainerImage.Run(Workspace, variables);
        return new StepResult(exitCode, log, output, summary, ReadReport());
    }

    public void Dispose() => _files.Dispose();

    private StepResult RunHere()
    {
        using var log = new StringWriter();
        var exitCode = new ActionStep(new EnvironmentVariables(_variables), Workspace, new CommandLog(log)).ExecuteAsync(CancellationToken.None).GetAwaiter().GetResult();
        return new StepResult(exitCode, log.ToString(), Read("GITHUB_OUTPUT"), Read("GITHUB_STEP_SUMMARY"), ReadReport());
    }

    // The system or the runtime reads the others, such as PATH and the addresses of proxies, from the environment of the process.
    private static bool IsReadByProgram(string variable) =>
        variable is "CI" or "RUNNER_TEMP" or "ACAI_API_TOKEN" || variable.StartsWith("GITHUB_", StringComparison.Ordinal) || variable.StartsWith("INPUT_", StringComparison.Ordinal);

    private string Read(string variable) => File.Exists(_variables[variable]) && !_variables[variable].StartsWith("/dev/", StringComparison.Ordinal) ? File.ReadAllText(_variables[variable]) : "";

    private JsonElement ReadReport()
    {
        var file = new[] { _files.Path, Workspace }.Select(static folder => Path.Combine(folder, ReportName)).FirstOrDefault(File.Exists);
        return file is not null ? JsonDocument.Parse(File.ReadAllBytes(file)).RootElement : default;
    }
}

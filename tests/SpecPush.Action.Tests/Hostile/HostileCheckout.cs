using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests.Hostile;

/// <summary>
/// A workflow with secrets that has checked out what an attacker wrote: <c>pull_request_target</c>, with the head of the pull request. It is pushed,
/// so that everything runs that a push needs.
/// </summary>
internal sealed class HostileCheckout : IAsyncDisposable
{
    public const string Token = "acai_canary_5e11";

    // Without blanks, so that it can be named where a command is split at them.
    private readonly DirectoryInfo _trap = Directory.CreateTempSubdirectory("specpush-trap-");

    private HostileCheckout(ScriptedServer server, ScriptedServer elsewhere)
    {
        (Server, Elsewhere) = (server, elsewhere);
        Repository.Write("features/cart.feature.yaml", ShopRepository.Spec.Replace("can be removed", "can be taken out", StringComparison.Ordinal) + "    3: Lines are sorted\n");
        Repository.Write("test/more.test.js", "// cart.LINES.3\n");
        File.WriteAllText(Program, $"#!/bin/sh\ntouch '{Marker}'\nexit 1\n");
        MakeExecutable(Program);
    }

    public TestRepository Repository { get; } = CreateTarget();

    /// <summary>The acai server.</summary>
    public ScriptedServer Server { get; }

    /// <summary>A server of the attacker's. It asks for a password.</summary>
    public ScriptedServer Elsewhere { get; }

    /// <summary>Leaves a marker when somebody runs it.</summary>
    public string Program => Path.Combine(_trap.FullName, "trap");

    /// <summary>A folder outside the checkout.</summary>
    public string Outside => _trap.FullName;

    public bool HasSprung => File.Exists(Marker);

    private string Marker => Path.Combine(_trap.FullName, "sprung");

    public static async Task<HostileCheckout> CreateAsync() => new(
        await ScriptedServer.StartAsync(Answer.Success()),
        await ScriptedServer.StartAsync(new Answer(401, "", "text/plain", ("WWW-Authenticate", "Basic realm=\"x\""))));

    public static void MakeExecutable(string file) => Command.Run(Path.GetTempPath(), "chmod", ["+x", file]).Succeeded();

    /// <summary>Commits what is written, which is what the attacker can do to a checkout.</summary>
    public void Commit() => Repository.Commit();

    /// <summary>Sets what only somebody can set who has been in the work tree before.</summary>
    public void Configure(params (string Key, string Value)[] settings)
    {
        foreach (var (key, value) in settings)
        {
            Repository.Git("config", key, value);
        }
    }

    /// <summary>Makes git look at the content of every file again.</summary>
    public void Touch()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Path, "src")))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-7));
        }
    }

    /// <summary>Runs git as somebody would who suspects nothing.</summary>
    public CommandResult Git(params string[] arguments) => Shell("exec git \"$@\"", arguments);

    public CommandResult Shell(string script, params string[] arguments) => Command.Run(
        Repository.Path,
        "/bin/sh",
        ["-c", $"({script}) < /dev/null", "sh", .. arguments],
        new Dictionary<string, string> { ["GIT_TERMINAL_PROMPT"] = "0", ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_NOSYSTEM"] = "1" });

    public WorkflowStep CreateStep() => new WorkflowStep(Repository.Path)
        .PullRequestEvent("pull_request_target", Head, Target)
        .Variables(("GITHUB_REF", "refs/heads/main"), ("GITHUB_REF_NAME", "main"), ("GITHUB_REF_TYPE", "branch"), ("GITHUB_SHA", Target))
        .Inputs(("api-url", Server.ApiUrl.ToString()), ("api-token", Token), ("fail-on", "never"));

    public async ValueTask DisposeAsync()
    {
        Repository.Dispose();
        _trap.Delete(recursive: true);
        await Server.DisposeAsync();
        await Elsewhere.DisposeAsync();
    }

    // Read from the files: some traps are for whoever runs git here.
    private string Head => Reference("work");

    private string Target => Reference("main");

    private string Reference(string branch)
    {
        var file = new[] { Path.Combine(Repository.Path, ".git"), Repository.Path }.Select(folder => Path.Combine(folder, "refs", "heads", branch)).First(File.Exists);
        return File.ReadAllText(file).Trim();
    }

    private static TestRepository CreateTarget()
    {
        var repository = ShopRepository.Create();
        repository.Git("checkout", "-q", "-b", "work");
        return repository;
    }
}

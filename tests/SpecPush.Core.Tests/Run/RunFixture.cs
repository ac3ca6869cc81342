using SpecPush.References.Manifests;
using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.Tests.Run;

/// <summary>A repository with a spec and a reference, and a server to push to.</summary>
internal sealed class RunFixture : IAsyncDisposable
{
    public const string Spec = """
        feature:
          name: cart
          product: shop
        components:
          LINES:
            1: Adds an article
            2: Removes an article
        """;

    private RunFixture(ScriptedServer server) => Server = server;

    public TestRepository Repository { get; } = new();

    public ScriptedServer Server { get; }

    public ManualTime Time { get; } = new();

    public Dictionary<string, string> Environment { get; } = new() { ["ACAI_API_TOKEN"] = "canary-1234567890" };

    public RawSettings Settings { get; set; } = new();

    public string? Build { get; set; }

    public CompiledProject? Project { get; set; }

    public static async Task<RunFixture> StartAsync(params Answer[] answers) => Create(await ScriptedServer.StartAsync(answers.Length == 0 ? [Answer.Success()] : answers));

    public static RunFixture Create(ScriptedServer server)
    {
        var fixture = new RunFixture(server);
        fixture.Repository.Write("features/cart.feature.yaml", Spec);
        fixture.Repository.Write("src/Cart.cs", "// cart.LINES.1\n");
        fixture.Repository.Commit();
        return fixture;
    }

    public Task<RunResult> RunAsync(CancellationToken cancellationToken = default) => SpecPushRun.ExecuteAsync(
        new RunRequest
        {
            Directory = Repository.Path,
            Settings = Settings with { ApiUrl = Settings.ApiUrl ?? Server.ApiUrl.ToString() },
            Spelling = SettingSpelling.MSBuildProperty,
            Environment = new EnvironmentVariables(Environment),
            Build = Build,
            Project = Project,
            LocalTimeout = TimeSpan.FromSeconds(20),
            Time = Time,
        },
        cancellationToken);

    /// <summary>Runs, and expects this many requests.</summary>
    public async Task<RunResult> RunAndSendAsync(int requests)
    {
        var before = Server.Requests.Count;
        var result = await RunAsync();
        Assert.AreEqual(requests, Server.Requests.Count - before, string.Join('\n', [.. result.Lines, .. result.Report.Findings.Select(static finding => finding.Message)]));
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Repository.Dispose();
    }
}

/// <summary>The system's clock, which a test can move ahead.</summary>
internal sealed class ManualTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    /// <summary>How much time passes with each look at the stopwatch.</summary>
    public TimeSpan Pace { get; set; }

    private long _looks;

    public override long GetTimestamp() => base.GetTimestamp() + (Interlocked.Increment(ref _looks) * (long)(Pace.TotalSeconds * TimestampFrequency));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SpecPush.Tests.Reliability;

/// <summary>
/// Real processes push to the real server, and some of them end as only SIGKILL ends a process. The variable SPECPUSH_ROUNDS asks for more rounds than a
/// developer has time for.
/// </summary>
[TestClass]
public sealed partial class KilledWriterTests : IDisposable
{
    private const int Processes = 8;

    private readonly ServerProcess _server = ServerProcess.WithKnownToken();
    private readonly FaultyProxy _proxy;
    private readonly TestRepository _repository = new();
    private readonly Random _random = new(16);
    private int _round;

    public KilledWriterTests()
    {
        _proxy = new FaultyProxy(new Uri(_server.ApiUrl), IPAddress.Loopback);
        _proxy.Listen();
        _repository.Write("features/cart.feature.yaml", "feature:\n  name: cart\n  product: shop\ncomponents:\n  LINES:\n    1: Adds an article\n");
    }

    private static int Rounds => int.Parse(Environment.GetEnvironmentVariable("SPECPUSH_ROUNDS") ?? "6", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _repository.Dispose();
        _proxy.Dispose();
        _server.Dispose();
    }

    [TestMethod]
    [TestCategory("reliability.STATE.3")]
    [TestCategory("reliability.STATE.4")]
    [DataRow(false)]
    [DataRow(true)]
    public async Task What_a_killed_process_was_to_push_the_next_one_pushes(bool whileItWrites)
    {
        Change();
        var duration = Stopwatch.StartNew();
        await PushAsync();
        var usual = duration.Elapsed;
        var killed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            Change();
            var before = _proxy.Connections;
            killed += await KillOneAsync(whileItWrites, usual) ? 1 : 0;
            await PushAsync();
            Assert.IsLessThanOrEqualTo(2, _proxy.Connections - before, "More than one more push.");
            await AssertServerHasAllAsync();
            before = _proxy.Connections;
            await PushAsync();
            Assert.AreEqual(before, _proxy.Connections, "A third push.");
        }

        Console.WriteLine($"{killed} of {Rounds} processes were killed before they ended.");
        Assert.IsGreaterThan(0, killed);
    }

    [TestMethod]
    [TestCategory("reliability.STATE.3")]
    public async Task Eight_processes_at_once_push_once()
    {
        for (var round = 0; round < Math.Max(2, Rounds / 10); round++)
        {
            Change();
            var before = _proxy.Connections;
            await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => PushAsync()));
            Assert.AreEqual(1, _proxy.Connections - before);
            await AssertServerHasAllAsync();
        }
    }

    [TestMethod]
    [TestCategory("reliability.STATE.3")]
    public async Task Eight_processes_at_once_of_which_half_are_killed_lose_nothing()
    {
        for (var round = 0; round < Math.Max(2, Rounds / 10); round++)
        {
            Change();
            var killed = Enumerable.Range(0, Processes / 2).Select(_ => KillOneAsync(whileItWrites: false, TimeSpan.FromSeconds(1)));
            await Task.WhenAll([.. killed, .. Enumerable.Range(0, Processes / 2).Select(_ => PushAsync())]);
            await AssertServerHasAllAsync();
        }
    }

    private void Change()
    {
        if (_round > 0)
        {
            _repository.Delete($"src/Cart{_round}.cs");
        }

        _round++;
        _repository.Write($"src/Cart{_round}.cs", $"// cart.LINES.1 {_round}\n");
        _repository.Commit();
    }

    private Process Start() => Command.Start(
        _repository.Path, "dotnet", [SourceTree.ProgramOf("SpecPush.Tool"), "push"],
        new Dictionary<string, string> { ["ACAI_API_BASE_URL"] = _proxy.UrlFor("http").ToString(), ["ACAI_API_TOKEN"] = ServerProcess.KnownToken });

    private async Task PushAsync()
    {
        using var process = Start();
        var result = await CommandResult.ReadAsync(process);
        Assert.AreEqual(0, result.ExitCode, result.Output);
        Assert.IsTrue(Confirmation.IsMatch(result.Output), result.Output);
    }

    // At any moment, or at the moment at which a file appears in the state folder.
    private async Task<bool> KillOneAsync(bool whileItWrites, TimeSpan usual)
    {
        using var watcher = new FileSystemWatcher(Path.Combine(_repository.Path, ".git"), "*") { IncludeSubdirectories = true };
        var writes = new SemaphoreSlim(0);
        watcher.Created += (_, change) => _ = change.FullPath.EndsWith(".tmp", StringComparison.Ordinal) ? writes.Release() : 0;
        watcher.EnableRaisingEvents = true;
        var moment = usual * _random.NextDouble();
        var write = _random.Next(4);

        using var process = Start();
        var ended = CommandResult.ReadAsync(process);
        if (!whileItWrites)
        {
            await Task.Delay(moment);
        }

        for (var count = 0; whileItWrites && count <= write && !process.HasExited; count++)
        {
            await writes.WaitAsync(TimeSpan.FromSeconds(1));
        }

        process.Kill();
        return (await ended).ExitCode != 0;
    }

    private async Task AssertServerHasAllAsync()
    {
        var content = await FaultCheckout.ReadAsync(_server, "my-repo");
        StringAssert.Contains(content, _repository.Head);
        StringAssert.Contains(content, $"src/Cart{_round}.cs:1");
        Assert.IsFalse(content.Contains($"src/Cart{_round - 1}.cs:1", StringComparison.Ordinal), content);
    }

    [GeneratedRegex("shop → main: |nothing has changed since main was pushed")]
    private static partial Regex Confirmation { get; }
}

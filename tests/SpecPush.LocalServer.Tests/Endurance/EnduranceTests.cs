using System.Globalization;

namespace SpecPush.LocalServer.Tests.Endurance;

/// <summary>
/// Many clients, while the server is killed and restarted under them. Fifteen seconds of it; with SPECPUSH_ENDURANCE_SECONDS=600 ten minutes, as docs/reliability.md has them.
/// </summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // Windows has no signal that another process can send.
public sealed class EnduranceTests : IDisposable
{
    private const int Clients = 64;

    // Three times what a server needs that has just answered a thousand pushes.
    private const double MaxMegabytes = 400;

    private readonly TemporaryFolder _folder = new();

    public TestContext TestContext { get; set; } = null!;

    private static TimeSpan Length { get; } = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("SPECPUSH_ENDURANCE_SECONDS") ?? "12", CultureInfo.InvariantCulture));

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [TestCategory("reliability.LOAD.1")]
    [TestCategory("reliability.LOAD.2")]
    public async Task Kills_and_restarts_under_load_lose_nothing_that_was_acknowledged()
    {
        using var server = new RestartedServer(_folder.PathOf("server.db"));
        using var end = new CancellationTokenSource();
        EnduranceClient[] clients = [.. Enumerable.Range(0, Clients).Select(number => new EnduranceClient(number, server))];
        var load = Task.WhenAll(clients.Select(client => Task.Run(() => RunAsync(client, end))));

        // The first half with restarts, the second with one process, whose memory shows whether something grows.
        await RestartAsync(server, clients, end.Token);
        var memory = new MemorySamples();
        await memory.TakeAsync(server.Current.Server, Length / 2, end.Token);
        await end.CancelAsync();
        await load;

        await server.KillAsync();
        var stored = await StoredPushes.ReadAsync(server.Current.Server);
        foreach (var (feature, push) in Acknowledged(clients))
        {
            Assert.AreEqual(push, stored[feature], $"{feature}");
        }

        Report(server, clients, memory);
        Assert.IsLessThan(MaxMegabytes, memory.Maximum);
    }

    // What one client finds wrong ends the others, too.
    private static async Task RunAsync(EnduranceClient client, CancellationTokenSource end)
    {
        try
        {
            await client.RunAsync(end.Token);
        }
        catch
        {
            await end.CancelAsync();
            throw;
        }
    }

    private static async Task RestartAsync(RestartedServer server, EnduranceClient[] clients, CancellationToken end)
    {
        var clock = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(clock) < Length / 2 && !end.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(Random.Shared.NextDouble() * 2), CancellationToken.None);
            await (Random.Shared.Next(3) > 0 ? server.KillAsync() : server.SignalAsync());
            var acknowledged = Acknowledged(clients);
            var stored = await StoredPushes.ReadAsync(server.Current.Server);
            foreach (var (feature, push) in acknowledged)
            {
                Assert.IsGreaterThanOrEqualTo(push, stored[feature], $"{feature} is older than what was acknowledged.");
            }
        }
    }

    private static Dictionary<(string Branch, string Feature), int> Acknowledged(EnduranceClient[] clients) =>
        clients.SelectMany(static client => client.Acknowledged()).Where(static push => push.Value > 0).ToDictionary();

    private void Report(RestartedServer server, EnduranceClient[] clients, MemorySamples memory)
    {
        var times = clients.SelectMany(static client => client.Milliseconds).Order().ToArray();
        TestContext.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {Clients} clients, {Length.TotalSeconds} s: {times.Length} pushes acknowledged and there, {clients.Sum(static client => client.Refusals)} refused as they should be
            {server.Kills} kills, {server.Signals} restarts by signal, {clients.Sum(static client => client.BrokenConnections)} requests that one of them cut off and that were sent again
            median {times[times.Length / 2]:F1} ms, 99 % within {times[times.Length * 99 / 100]:F1} ms, the longest {times[^1]:F0} ms
            memory in the second half: at most {memory.Maximum:F0} MB, {memory.Slope:+0.00;-0.00} MB a minute; the database has {new FileInfo(_folder.PathOf("server.db")).Length / 1e6:F1} MB
            """));
    }
}

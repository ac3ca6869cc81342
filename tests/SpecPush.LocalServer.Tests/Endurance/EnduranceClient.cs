using System.Text.Json;

namespace SpecPush.LocalServer.Tests.Endurance;

/// <summary>Pushes a few features again and again, each push newer than the last one, and remembers what was acknowledged.</summary>
internal sealed class EnduranceClient(int number, RestartedServer server)
{
    private const int Features = 20;

    private readonly int[] _acknowledged = new int[Features];

    public List<double> Milliseconds { get; } = [];

    public int Refusals { get; private set; }

    public int BrokenConnections { get; private set; }

    private string Branch => number % 2 == 0 ? "shared" : $"own-{number}";

    public async Task RunAsync(CancellationToken end)
    {
        for (var push = 1; !end.IsCancellationRequested; push++)
        {
            var feature = push % Features;
            var started = TimeProvider.System.GetTimestamp();
            var (status, body) = await AnswerAsync(Request(feature, push));
            Assert.AreEqual(200, status, body.ToString());
            Milliseconds.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
            Volatile.Write(ref _acknowledged[feature], push);
            if (push % Features == 1)
            {
                await BeRefusedAsync();
            }
        }
    }

    /// <summary>Which push of each feature was acknowledged last.</summary>
    public IEnumerable<KeyValuePair<(string Branch, string Feature), int>> Acknowledged() =>
        Enumerable.Range(0, Features).Select(feature => KeyValuePair.Create((Branch, Name(feature)), Volatile.Read(ref _acknowledged[feature])));

    // What is wrong with a request is said under load, too, and after a start.
    private async Task BeRefusedAsync()
    {
        var (status, body) = await AnswerAsync(Body.Push([Body.Spec(Name(0), version: "1")], branch: Branch));
        Assert.AreEqual(422, status, body.ToString());
        StringAssert.Contains(body.Detail(), "version");
        Refusals++;
    }

    /// <summary>Sends a request until a server answers it: only one that is being ended may fail to.</summary>
    private async Task<(int Status, JsonElement Body)> AnswerAsync(string request)
    {
        while (true)
        {
            var life = server.Current;
            try
            {
                return await life.Server.PushAsync(request);
            }
            catch (Exception exception) when (life.IsEnding && exception is HttpRequestException or OperationCanceledException or ObjectDisposedException)
            {
                BrokenConnections++;
            }

            await life.Replaced;
        }
    }

    private string Request(int feature, int push) => Body.Push(
        [Body.Spec(Name(feature), text: $"{push}")], new Dictionary<string, string[]> { [$"{Name(feature)}.A.1"] = [$"src/a.cs:{push}"] }, branch: Branch);

    private string Name(int feature) => $"f-{number}-{feature}";
}

using System.Globalization;

namespace SpecPush.LocalServer.Tests.Endurance;

/// <summary>A server that is ended and started again on the same data, by force or by a signal.</summary>
internal sealed class RestartedServer(string dataPath) : IDisposable
{
    private static readonly (string Name, string Value)[] Environment = [("SPECPUSH_SERVER_TOKEN", ServerProcess.KnownToken), ("RateLimit__Requests", "100000000")];

    private volatile ServerLife _current = ServerLife.Start(Environment, dataPath);

    public ServerLife Current => _current;

    public int Kills { get; private set; }

    public int Signals { get; private set; }

    public async Task KillAsync()
    {
        var life = End();
        await life.Server.KillAsync();
        Replace(life);
        Kills++;
    }

    public async Task SignalAsync()
    {
        var life = End();
        Command.Run(SourceTree.Root, "kill", ["-TERM", life.Server.Id.ToString(CultureInfo.InvariantCulture)]).Succeeded();
        Assert.AreEqual(0, await life.Server.WaitForExitAsync());
        Replace(life);
        Signals++;
    }

    public void Dispose() => _current.Server.Dispose();

    private ServerLife End()
    {
        _current.IsEnding = true;
        return _current;
    }

    private void Replace(ServerLife ended)
    {
        _current = ServerLife.Start(Environment, dataPath);
        ended.SetReplaced();
        ended.Server.Dispose();
    }
}

/// <summary>One process of the server, from start to end.</summary>
internal sealed class ServerLife(ServerProcess server)
{
    private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isEnding;

    public ServerProcess Server => server;

    /// <summary>Ends when another process has taken over.</summary>
    public Task Replaced => _replaced.Task;

    /// <summary>From here on a connection may break.</summary>
    public bool IsEnding { get => _isEnding; set => _isEnding = value; }

    public void SetReplaced() => _replaced.SetResult();

    public static ServerLife Start(IEnumerable<(string Name, string Value)> environment, string dataPath) => new(new ServerProcess(environment, "--data", dataPath));
}

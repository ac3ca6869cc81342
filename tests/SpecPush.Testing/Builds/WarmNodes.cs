using System.Collections.Concurrent;

namespace SpecPush.Testing;

/// <summary>
/// Nodes of MSBuild that stay for the next build, so that only the first one waits until they have started and have compiled MSBuild's code. One test has
/// them at a time, because a node that two builds try to reach at once may stop listening.
/// </summary>
internal sealed class WarmNodes : IDisposable
{
    private static readonly ConcurrentBag<int> Free = [];

    private static int s_count;

    private readonly int _number = Free.TryTake(out var free) ? free : Interlocked.Increment(ref s_count);

    /// <summary>How many sets of nodes there have been.</summary>
    public static int Count => s_count;

    /// <summary>The environment of a build that does all its work in one node, and none in its own process.</summary>
    public IReadOnlyDictionary<string, string> One => new Dictionary<string, string>(Several) { ["MSBUILDNOINPROCNODE"] = "1" };

    /// <summary>The environment of a build that does a part of its work in its own process.</summary>
    public IReadOnlyDictionary<string, string> Several => BuildServers.Lasting(_number);

    /// <summary>Ends those that no longer listen, because each build waits a moment for each of them. To be called before a build.</summary>
    public void EndDeaf() => BuildServers.EndDeafNodes(_number);

    public void Dispose() => Free.Add(_number);
}

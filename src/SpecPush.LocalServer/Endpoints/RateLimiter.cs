namespace SpecPush.LocalServer.Endpoints;

/// <summary>Counts the pushes of each token in fixed windows.</summary>
internal sealed class RateLimiter(RateLimit limit, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, (long Window, int Count)> _counts = [];

    /// <summary>Counts a push; returns how long to wait if the limit is exceeded, else null.</summary>
    public TimeSpan? Count(long tokenId)
    {
        var now = time.GetUtcNow().UtcTicks;
        var length = TimeSpan.FromSeconds(limit.Seconds).Ticks;
        lock (_lock)
        {
            var (window, count) = _counts.GetValueOrDefault(tokenId);
            count = window == now / length ? count + 1 : 1;
            _counts[tokenId] = (now / length, count);
            return count > limit.Requests ? TimeSpan.FromTicks(length - (now % length)) : null;
        }
    }
}

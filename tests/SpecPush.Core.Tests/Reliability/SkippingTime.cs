namespace SpecPush.Tests.Reliability;

/// <summary>
/// A clock that skips waits: a delay ends as soon as it begins, and the clock moves ahead. The longest pending wait is the run's time limit,
/// which ends when the test says so.
/// </summary>
internal sealed class SkippingTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 5, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<SkippingTimer> _pending = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The time since the start.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SkippingTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        SkippingTimer[] due;
        lock (_lock)
        {
            _now += time;
            due = [.. _pending.Where(timer => timer.Due <= _now)];
            _pending.RemoveAll(due.Contains);
        }

        Array.ForEach(due, static timer => timer.Fire());
    }

    /// <summary>Ends the time limit of the run.</summary>
    public void Expire()
    {
        TimeSpan last;
        lock (_lock)
        {
            last = _pending.Count == 0 ? _now : _pending.Max(static timer => timer.Due);
        }

        Advance(last - Elapsed);
    }

    private void Begin(SkippingTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _pending.Remove(timer);
            timer.Due = _now + dueTime;
            if (!_pending.Exists(other => other.Due >= timer.Due))
            {
                _pending.Add(timer);
                return;
            }

            _now = timer.Due;
        }

        ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
    }

    private void End(SkippingTimer timer)
    {
        lock (_lock)
        {
            _pending.Remove(timer);
        }
    }

    private sealed class SkippingTimer(SkippingTime time, Action callback) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                time.End(this);
            }
            else
            {
                time.Begin(this, dueTime);
            }

            return true;
        }

        public void Dispose() => time.End(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

namespace SpecPush.Pushing.Api;

/// <summary>The time for everything that one build or step sends, waits and retries included.</summary>
internal sealed class TimeBudget(TimeSpan total, TimeSpan spentBefore, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public TimeProvider Time => time;

    public TimeSpan Total => total;

    public TimeSpan Spent => spentBefore + time.GetElapsedTime(_start);

    public TimeSpan Left => TimeSpan.FromTicks(Math.Max(0, (total - Spent).Ticks));
}

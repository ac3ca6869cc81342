using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;

namespace SpecPush.Memory;

/// <summary>
/// A run's turn in its checkout: one run at a time compares, sends and saves state. It has the session of the build, and saves it at
/// the end for the build's other projects.
/// </summary>
internal sealed class RunTurn : IDisposable
{
    /// <summary>How long a run waits for others, which push one after another, each limited by its own timeout.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    private readonly StateDirectory? _state;
    private readonly string? _build;
    private readonly PushLock? _lock;

    private RunTurn(StateDirectory? state, string? build, PushLock? held)
    {
        _state = state;
        _build = build;
        _lock = held;
        Session = build is null ? new BuildSession() : state!.ReadSession(build);
    }

    public BuildSession Session { get; }

    public ImmutableArray<Finding> Findings { get; private init; } = [];

    /// <summary>Waits for the turn; null if others took too long.</summary>
    /// <param name="state">Null for a run that saves no state, and so need not wait.</param>
    /// <param name="build">The ID of the build; null outside of builds.</param>
    /// <param name="time">Measures the wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<RunTurn?> TakeAsync(StateDirectory? state, string? build, TimeProvider time, CancellationToken cancellationToken)
    {
        if (state is null)
        {
            return new RunTurn(null, null, null);
        }

        try
        {
            var held = await PushLock.AcquireAsync(state.LockPath, MaxWait, time, cancellationToken);
            return held is null ? null : new RunTurn(state, build, held);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new RunTurn(null, null, null) { Findings = [CheckoutFindings.StateNotWritten(state.Path, exception.Message)] };
        }
    }

    public void Dispose()
    {
        if (_state is not null && _build is not null)
        {
            StateWriting.Try(_state, () => _state.WriteSession(_build, Session));
        }

        _lock?.Dispose();
    }
}

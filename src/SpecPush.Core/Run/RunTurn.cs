using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Memory;

namespace SpecPush.Run;

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

    /// <summary>Waits for the turn; null if others took too long. A run that saves no state need not wait.</summary>
    public static async Task<RunTurn?> TakeAsync(RunRequest request, StateDirectory state, CancellationToken cancellationToken)
    {
        if (!request.WritesState)
        {
            return new RunTurn(null, null, null);
        }

        try
        {
            var held = await PushLock.AcquireAsync(state.LockPath, MaxWait, request.Time, cancellationToken);
            return held is null ? null : new RunTurn(state, request.Build, held);
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

using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.Planning;
using SpecPush.Pushing;
using SpecPush.Pushing.Api;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>The repository, branch and commit to push, and the token.</summary>
internal sealed record PushTarget(PushContext Context, string? Token, Fingerprints Fingerprints);

/// <summary>Sends what the server does not have yet, and saves that it was sent.</summary>
internal sealed class PushStage(RunFacts facts, PushTarget target, BuildSession session)
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    private readonly RunRequest _request = facts.Request;
    private readonly PushSettings _settings = facts.Settings;
    private readonly PushContext _context = target.Context;

    public async Task<PushStageResult> ExecuteAsync(Gathering gathering, CancellationToken cancellationToken)
    {
        var memory = facts.State.ReadPush(_settings, _context);
        if (Postponed(memory) is { } reason)
        {
            return PushStageResult.NotTried(reason);
        }

        var (plan, bodies) = await new PlanStage(facts, target).ExecuteAsync(gathering, memory?.SentFeatures, cancellationToken);
        if (plan.Requests.IsEmpty)
        {
            // What earlier pushes have sent stays on the server, because this one must not replace it.
            return new PushStageResult { Findings = [.. plan.Findings, PushDecision.ExplainNothing(facts, gathering)], Reason = NotPushedReason.NothingToPush };
        }

        var chains = RequestChains.Find(plan.Requests, planned => target.Fingerprints.Name(bodies.Serialize(planned)));
        var held = _settings.Force || memory is null || (_request.Time.GetUtcNow() - memory.PushedAt).Duration() > Pipeline.RemembersFor
            ? []
            : memory.Fingerprints.ToHashSet(StringComparer.Ordinal);
        var open = chains.Where(chain => !chain.Fingerprints.All(held.Contains)).ToImmutableArray();
        if (open.IsEmpty)
        {
            return new PushStageResult { Pushed = true, Findings = plan.Findings, Reason = NotPushedReason.Unchanged(_context.Branch!) };
        }

        var untried = open.Where(chain => !session.HasRefused(chain.Fingerprints)).ToImmutableArray();
        if (untried.IsEmpty)
        {
            return new PushStageResult { Findings = plan.Findings, Reason = NotPushedReason.Incomplete };
        }

        if (_request.IsRehearsal)
        {
            return new PushStageResult { Findings = plan.Findings, Planned = PlannedPushes.Sum(untried.SelectMany(static chain => chain.Requests), _context.Branch!) };
        }

        Forget(memory, chains.Except(open));
        var outcome = await SendAsync([.. untried.SelectMany(static chain => chain.Requests)], bodies, cancellationToken);
        var confirmed = chains.Where(chain => !open.Contains(chain) || chain.Requests.All(outcome.Confirmed.Contains)).ToImmutableArray();
        session.Refuse(outcome.Stopped ? [] : untried.Except(confirmed).SelectMany(static chain => chain.Fingerprints));
        var unsaved = Remember(memory, confirmed, outcome);
        var isComplete = confirmed.Length == chains.Length;
        return new PushStageResult
        {
            Pushed = isComplete,
            HasSent = true,
            Results = outcome.Results,
            Findings = [.. plan.Findings, .. outcome.Findings, .. unsaved is null ? (ImmutableArray<Finding>)[] : [unsaved]],
            Reason = isComplete ? null : NotPushedReason.Incomplete,
        };
    }

    private NotPushedReason? Postponed(PushState? memory)
    {
        if (session.Failed)
        {
            return NotPushedReason.EarlierProjectFailed;
        }

        var mayTry = _settings.Force || _settings.Mode == RunMode.Push || _context.IsContinuousIntegration;
        return !mayTry && memory?.FailedAt is { } failed && (_request.Time.GetUtcNow() - failed).Duration() < PauseAfterFailure ? NotPushedReason.FailedJustNow : null;
    }

    private async Task<PushOutcome> SendAsync(ImmutableArray<PlannedRequest> requests, RequestBodies bodies, CancellationToken cancellationToken)
    {
        var total = _settings.Timeout ?? (_context.IsContinuousIntegration ? _request.ContinuousIntegrationTimeout : _request.LocalTimeout);
        var budget = new TimeBudget(total, session.Spent, _request.Time);
        var outage = _settings.Mode == RunMode.Push ? Severity.Error : Severity.Warning;
        var findings = new PushFindings(_request.Spelling, _context, _settings.ApiUrl, outage);
        using var connection = new ApiConnection(_settings.ApiUrl, target.Token!, budget, retryUnreachable: _context.IsContinuousIntegration);
        var outcome = await new Pusher(connection, bodies, findings).PushAsync(requests, cancellationToken);
        session.Spent = budget.Spent;
        session.Failed |= outcome.Stopped;
        return outcome;
    }

    // If this run is killed, nobody knows what the server took. If this cannot be written, neither can what is remembered in the end, which reports it.
    private void Forget(PushState? memory, IEnumerable<RequestChain> held)
    {
        if (!_request.WritesState)
        {
            return;
        }

        StateWriting.Try(facts.State, facts.State.RemoveLastRun);
        if (memory is not null)
        {
            var next = memory with { Fingerprints = [.. held.SelectMany(static chain => chain.Fingerprints)] };
            StateWriting.Try(facts.State, () => facts.State.WritePush(_settings, _context, next));
        }
    }

    private Finding? Remember(PushState? memory, ImmutableArray<RequestChain> confirmed, PushOutcome outcome)
    {
        if (!_request.WritesState)
        {
            return null;
        }

        var now = _request.Time.GetUtcNow();
        var sent = (memory?.SentFeatures ?? ImmutableDictionary<string, string>.Empty).SetItems(
            outcome.Accepted
                .SelectMany(static request => request.References)
                .Where(static entry => !entry.References.IsEmpty)
                .Select(static entry => KeyValuePair.Create(entry.Feature, entry.Acid)));
        var next = new PushState
        {
            Fingerprints = [.. confirmed.SelectMany(static chain => chain.Fingerprints)],
            PushedAt = now,
            SentFeatures = outcome.Accepted.IsEmpty ? memory?.SentFeatures : sent,
            FailedAt = outcome.Interrupted ? now : null,
        };
        return StateWriting.Try(facts.State, () => facts.State.WritePush(_settings, _context, next));
    }
}

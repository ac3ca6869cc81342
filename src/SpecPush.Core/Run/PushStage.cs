using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.Planning;
using SpecPush.Pushing;
using SpecPush.Pushing.Api;
using SpecPush.Reporting;
using SpecPush.Settings;
using SpecPush.Specs;

namespace SpecPush.Run;

/// <summary>Plans, leaves out what the server holds already, sends the rest and remembers it.</summary>
internal sealed class PushStage(
    RunRequest request,
    PushSettings settings,
    PushContext context,
    string token,
    IRepository repository,
    RepositoryStatus status,
    StateDirectory state,
    BuildSession session,
    Fingerprints fingerprints,
    TimeSpan remembersFor)
{
    private const string Incomplete = "not everything was pushed";

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    public async Task<PushStageResult> ExecuteAsync(
        Report report, Gathering gathering, List<Finding> findings, CancellationToken cancellationToken)
    {
        var memory = state.ReadPush(settings.ApiUrl, context);
        if (Postponed(memory) is { } reason)
        {
            return new PushStageResult(report with { Reason = reason }, HasSent: false);
        }

        var (lastCommits, shallow) = await LastCommits.FindAsync(
            repository, status, request.Host, context.Commit!, [.. gathering.Specs.Select(static spec => spec.Path)], cancellationToken);
        if (shallow is not null)
        {
            findings.Add(shallow);
        }

        var plan = await PlanAsync(gathering, lastCommits, memory, cancellationToken);
        findings.AddRange(plan.Findings);
        var bodies = new RequestBodies(context, lastCommits, settings.IncludeRawContent);
        var chains = RequestChains.Find(plan.Requests, request => fingerprints.Name(bodies.Serialize(request)));
        var held = settings.Force || memory is null || request.Time.GetUtcNow() - memory.PushedAt > remembersFor
            ? []
            : memory.Fingerprints.ToHashSet(StringComparer.Ordinal);
        var open = chains.Where(chain => !chain.Fingerprints.All(held.Contains)).ToImmutableArray();
        if (open.IsEmpty)
        {
            report = report with { Pushed = true, Reason = $"nothing has changed since {context.Branch} was pushed" };
            return new PushStageResult(report, HasSent: false);
        }

        var untried = open.Where(chain => !session.HasRefused(chain.Fingerprints)).ToImmutableArray();
        if (untried.IsEmpty)
        {
            return new PushStageResult(report with { Reason = Incomplete }, HasSent: false);
        }

        var outcome = await SendAsync([.. untried.SelectMany(static chain => chain.Requests)], bodies, findings, cancellationToken);
        var confirmed = chains.Where(chain => !open.Contains(chain) || chain.Requests.All(outcome.Confirmed.Contains)).ToImmutableArray();
        session.Refuse(outcome.Stopped ? [] : untried.Except(confirmed).SelectMany(static chain => chain.Fingerprints));
        Remember(memory, confirmed, outcome, findings);
        var isComplete = confirmed.Length == chains.Length;
        report = report with { Pushed = isComplete, Results = outcome.Results, Reason = isComplete ? null : Incomplete };
        return new PushStageResult(report, HasSent: true);
    }

    private string? Postponed(PushState? memory)
    {
        if (session.Failed)
        {
            return "not pushed: an earlier project of this build could not push";
        }

        var mayTry = settings.Force || settings.Mode == RunMode.Push || context.IsContinuousIntegration;
        return !mayTry && memory?.FailedAt is { } failed && request.Time.GetUtcNow() - failed < PauseAfterFailure
            ? "not pushed: the last push failed less than a minute ago"
            : null;
    }

    private async Task<PushPlan> PlanAsync(
        Gathering gathering, IReadOnlyDictionary<string, string> lastCommits, PushState? memory, CancellationToken cancellationToken)
    {
        var findings = new PlanFindings(request.Spelling);
        var gaps = CompletenessClaim.Gaps(
            new ClaimFacts
            {
                CheckedOutCommit = status.HeadCommit,
                PushedCommit = context.Commit,
                SparseFiles = gathering.SparseFiles,
                UnreadableFiles = gathering.UnreadableFiles,
                TestProjectsWithoutManifest = gathering.TestProjectsWithoutManifest,
            },
            settings,
            request.Spelling);
        if (settings.OverrideReferences == OverrideReferences.Auto && !gaps.IsEmpty)
        {
            findings.MergedInsteadOfReplaced(gaps);
        }

        var input = new PlanInput
        {
            Context = context,
            Settings = settings,
            Specs = gathering.Specs,
            References = gathering.References,
            LastCommits = lastCommits,
            Override = settings.OverrideReferences == OverrideReferences.True
                || (settings.OverrideReferences == OverrideReferences.Auto && gaps.IsEmpty),
            SentFeatures = memory?.SentFeatures,
        };
        var removed = input.CanEmptyUnsent && context.IsContinuousIntegration && gaps.IsEmpty
            ? await RemovedFeatures.FindAsync(repository, settings, context.Commit!, gathering.Specs, cancellationToken)
            : input.RemovedFeatures;
        return PushPlanner.Plan(input with { RemovedFeatures = removed }, findings);
    }

    private async Task<PushOutcome> SendAsync(
        ImmutableArray<PlannedRequest> requests, RequestBodies bodies, List<Finding> findings, CancellationToken cancellationToken)
    {
        var total = settings.Timeout ?? (context.IsContinuousIntegration ? request.ContinuousIntegrationTimeout : request.LocalTimeout);
        var budget = new TimeBudget(total, session.Spent, request.Time);
        var outage = settings.Mode == RunMode.Push ? Severity.Error : Severity.Warning;
        var pushFindings = new PushFindings(request.Spelling, context, settings.ApiUrl, outage);
        using var connection = new ApiConnection(settings.ApiUrl, token, budget, retryUnreachable: context.IsContinuousIntegration);
        var outcome = await new Pusher(connection, bodies, pushFindings).PushAsync(requests, cancellationToken);
        findings.AddRange(pushFindings.All);
        session.Spent = budget.Spent;
        session.Failed |= outcome.Stopped;
        return outcome;
    }

    private void Remember(PushState? memory, ImmutableArray<RequestChain> confirmed, PushOutcome outcome, List<Finding> findings)
    {
        if (!request.WritesState)
        {
            return;
        }

        var now = request.Time.GetUtcNow();
        var sent = (memory?.SentFeatures ?? ImmutableDictionary<string, string>.Empty).SetItems(
            confirmed.SelectMany(static chain => chain.Requests)
                .SelectMany(static request => request.References)
                .Where(static entry => !entry.References.IsEmpty)
                .Select(static entry => KeyValuePair.Create(entry.Feature, entry.Acid)));
        var next = new PushState
        {
            Format = PushState.CurrentFormat,
            Fingerprints = [.. confirmed.SelectMany(static chain => chain.Fingerprints)],
            PushedAt = now,
            SentFeatures = confirmed.IsEmpty ? memory?.SentFeatures : sent,
            FailedAt = outcome.Interrupted ? now : null,
        };
        if (StateWriting.Try(state, () => state.WritePush(settings.ApiUrl, context, next)) is { } finding)
        {
            findings.Add(finding);
        }
    }
}

/// <summary>How the stage ended.</summary>
/// <param name="Report">The report with what happened.</param>
/// <param name="HasSent">Whether anything was sent; if not, there is nothing new to say.</param>
internal sealed record PushStageResult(Report Report, bool HasSent);

using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Comparison;
using SpecPush.Coverage;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>What every stage of a run can use.</summary>
internal sealed record RunFacts(RunRequest Request, PushSettings Settings, IRepository Repository, RepositoryStatus Status, StateDirectory State);

/// <summary>The stages of a run, in order: context, reading, decision, push, report. No other run uses the checkout meanwhile.</summary>
internal sealed class Pipeline(RunFacts facts, ApiToken token, BuildSession session)
{
    /// <summary>Everything is sent again after this time, because the server may have been reset, and also if the saved time is this far in the future.</summary>
    public static readonly TimeSpan RemembersFor = TimeSpan.FromHours(24);

    private readonly RunRequest _request = facts.Request;
    private readonly PushSettings _settings = facts.Settings;
    private readonly long _start = facts.Request.Time.GetTimestamp();

    /// <summary>Returns the report, and whether it only repeats the last one.</summary>
    public async Task<(Report Report, bool IsRepetition)> ExecuteAsync(CancellationToken cancellationToken)
    {
        var resolution = await PushContextResolver.ResolveAsync(facts.Repository, facts.Status, _request.Environment, _settings.Context, cancellationToken);
        ImmutableArray<Finding> found = [.. resolution.Findings, .. Optional(token.Finding)];
        if (_settings.Mode == RunMode.Collect)
        {
            var collected = await new CollectStage(facts).ExecuteAsync(resolution.Context, cancellationToken);
            return (collected with { Findings = [.. resolution.Findings, .. collected.Findings] }, false);
        }

        var target = new PushTarget(resolution.Context, token.Text, new Fingerprints(token.Text, _settings.ApiUrl, resolution.Context));
        var compared = await ComparisonStage.FindBaseAsync(_request.ComparesPullRequests ? resolution : null, _request.Host, cancellationToken);
        var key = await new RunKey(_request.Settings, _settings, resolution.Context, facts.Status) { ComparedCommit = compared?.Commit }
            .ComputeAsync(facts.Repository, facts.State.ManifestsPath, target.Fingerprints, cancellationToken);
        if (FindRepetition(key, isCompared: compared is not null) is { } last)
        {
            return (last with { Findings = [.. found, .. last.Findings] }, true);
        }

        var gatherer = new Gatherer(facts);
        var gathering = await gatherer.GatherAsync(includeUntracked: !resolution.Context.IsContinuousIntegration, cancellationToken);
        var decisions = new PushDecision(facts, resolution, token);
        var decision = await decisions.AfterReadingAsync(decisions.BeforeReading(), gatherer, gathering, cancellationToken);
        var coverage = CoverageCount.Count(gathering.Specs, gathering.References);
        var comparison = await ComparisonStage.CompareAsync(compared, gathering.Compared, cancellationToken);
        var untested = new CoverageGate(_settings.Goals, facts.Status.Root).Check(coverage);
        var read = Elapsed();
        var push = decision.Reason is { } reason
            ? PushStageResult.NotTried(reason)
            : await new PushStage(facts, target, session).ExecuteAsync(gathering, cancellationToken);

        var report = new Report
        {
            Context = resolution.Context,
            Coverage = coverage,
            Comparison = comparison.Comparison,
            Pushed = push.Pushed,
            Results = push.Results,
            Planned = push.Planned,
            Findings = FindingOrder.Sort(
            [
                .. found, .. gathering.Findings, .. decision.Findings, .. untested, .. comparison.Findings,
                .. _request.ComparesPullRequests ? [] : ComparisonStage.CheckGate(), .. push.Findings,
            ]),
            Timings = new Timings(read, Elapsed() - read, Elapsed()),
        }.Because(push.Reason);
        var failed = decision.Reason is null && !push.Pushed;
        var unsaved = Remember(new LastRun(key, _request.Time.GetUtcNow(), failed, report.Without(token.Text)), isCompared: compared is not null);
        return (report with { Findings = [.. report.Findings, .. Optional(unsaved)] }, decision.Reason is null && !push.HasSent);
    }

    private ComparisonStage ComparisonStage => new(facts.Repository, facts.Status, _settings, _request.Spelling);

    private Report? FindRepetition(string key, bool isCompared)
    {
        if (_settings.Force || !_settings.Assemblies.IsEmpty || !_settings.Collected.IsEmpty || facts.State.ReadLastRun() is not { } last || last.Key != key || (last.Failed && !session.IsIncomplete)
            || (_request.Time.GetUtcNow() - last.At).Duration() > RemembersFor)
        {
            return null;
        }

        var report = NeedsWholeReport(isCompared) ? facts.State.ReadWholeReport(last) : last.Report;
        return report is { Pushed: true } ? (report with { Results = [] }).Because(NotPushedReason.Unchanged(report.Context.Branch!)) : report;
    }

    private Finding? Remember(LastRun run, bool isCompared)
    {
        Action<LastRun> write = NeedsWholeReport(isCompared) ? facts.State.WriteWholeReport : facts.State.WriteLastRun;
        return _request.WritesState ? StateWriting.Try(facts.State, () => write(run)) : null;
    }

    private bool NeedsWholeReport(bool isCompared) => isCompared || !_request.ShowsFindingsOnly || _settings.Reports.All.Any();

    private static ImmutableArray<Finding> Optional(Finding? finding) => finding is null ? [] : [finding];

    private long Elapsed() => (long)_request.Time.GetElapsedTime(_start).TotalMilliseconds;
}

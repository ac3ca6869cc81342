using SpecPush.Checkout;
using SpecPush.Coverage;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.Planning;
using SpecPush.References;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>One run with valid settings, while nobody else runs in this checkout.</summary>
internal sealed class CheckedRun(
    RunRequest request, PushSettings settings, IRepository repository, RepositoryStatus status, StateDirectory state, BuildSession session)
{
    // What was sent longer ago is sent again: somebody may have reset the server.
    private static readonly TimeSpan RemembersFor = TimeSpan.FromHours(24);

    private readonly long _start = request.Time.GetTimestamp();

    /// <summary>The report, and whether it only repeats the last one.</summary>
    public async Task<(Report Report, bool IsRepetition)> ExecuteAsync(CancellationToken cancellationToken)
    {
        var resolution = await PushContextResolver.ResolveAsync(repository, status, request.Environment, settings.Context, cancellationToken);
        var context = resolution.Context;
        var token = ApiToken.Read(request.Environment, request.Spelling);
        var findings = new List<Finding>(resolution.Findings);
        AddIfAny(findings, token.Finding);
        if (request.NotesReferencesOnly)
        {
            return (new Report { Context = context, Findings = FindingOrder.Sort(findings) }, true);
        }

        var fingerprints = new Fingerprints(token.Text, settings.ApiUrl, context);
        var key = await RunKey.ComputeAsync(request.Settings, settings, context, repository, status, state, fingerprints, cancellationToken);
        if (FindRepetition(key) is { } last)
        {
            return (last with { Findings = FindingOrder.Sort([.. findings, .. last.Findings]) }, true);
        }

        var decision = Decision.Make(settings, resolution, token, status, request.Spelling);
        AddIfAny(findings, decision.Finding);
        var gatherer = new Gatherer(repository, settings, state.ManifestsPath);
        var gathering = await gatherer.GatherAsync(includeUntracked: !context.IsContinuousIntegration, cancellationToken);
        findings.AddRange(gathering.Findings);
        decision = await ReconsiderAsync(decision, context, gatherer, gathering, findings, cancellationToken);

        var coverage = CoverageCount.Count(gathering.Specs, gathering.References);
        findings.AddRange(new CoverageGate(settings.Goals, status.Root).Check(coverage));
        var report = new Report
        {
            Context = context,
            Coverage = coverage,
            Reason = decision.IsPush ? null : $"checked, not pushed: {decision.Reason}",
        };
        var read = Elapsed();
        var result = new PushStageResult(report, HasSent: false);
        if (decision.IsPush)
        {
            var stage = new PushStage(request, settings, context, token.Text!, repository, status, state, session, fingerprints, RemembersFor);
            result = await stage.ExecuteAsync(report, gathering, findings, cancellationToken);
        }

        report = result.Report with { Findings = FindingOrder.Sort(findings), Timings = new Timings(read, Elapsed() - read, Elapsed()) };
        Remember(new LastRun(PushState.CurrentFormat, key, request.Time.GetUtcNow(), decision.IsPush && !report.Pushed, report.Without(token.Text)), findings);
        return (report with { Findings = FindingOrder.Sort(findings) }, decision.IsPush && !result.HasSent);
    }

    private Report? FindRepetition(string key)
    {
        if (settings.Force || !settings.Assemblies.IsEmpty || state.ReadLastRun() is not { } last || last.Key != key || (last.Failed && !session.IsIncomplete)
            || request.Time.GetUtcNow() - last.At > RemembersFor)
        {
            return null;
        }

        return last.Report.Pushed
            ? last.Report with { Results = [], Reason = $"nothing has changed since {last.Report.Context.Branch} was pushed" }
            : last.Report;
    }

    private async Task<Decision> ReconsiderAsync(
        Decision decision, PushContext context, Gatherer gatherer, Gathering gathering, List<Finding> findings, CancellationToken cancellationToken)
    {
        if (gathering.Specs.IsEmpty && gathering.References.IsEmpty)
        {
            var planning = new PlanFindings(request.Spelling);
            if (gathering.IsScopeEmpty)
            {
                planning.EmptyScope(settings.Scope);
            }
            else
            {
                planning.NothingToPush();
            }

            findings.AddRange(planning.All);
            return decision.IsPush ? new Decision("there is nothing to push") : decision;
        }

        if (decision.IsPush && await FindNewerTipAsync(context, cancellationToken) is { } tip)
        {
            return new Decision($"{context.Branch} has moved on to {tip[..7]} since {context.Commit![..7]} was built first");
        }

        if (!decision.IsPush || settings.Mode == RunMode.Push || context.IsContinuousIntegration)
        {
            return decision;
        }

        var referring = gathering.References.Select(static reference => reference.Path).ToHashSet(StringComparer.Ordinal);
        var uncommitted = await UncommittedWork.FindAsync(
            repository, status, path => gatherer.IsSpec(path) || referring.Contains(path) || gathering.TestSources.Contains(path), cancellationToken);
        return uncommitted.IsEmpty ? decision : new Decision(
            $"{uncommitted[0]}{(uncommitted.Length == 1 ? " is" : $" and {uncommitted.Length - 1} more are")} not committed");
    }

    // A run that is repeated after days would roll the team back.
    private async Task<string?> FindNewerTipAsync(PushContext context, CancellationToken cancellationToken) =>
        request is { IsRepeated: true, Host: { } host } && settings.Context is { Branch: null, Commit: null }
        && await host.FindTipAsync(context.Branch!, cancellationToken) is { } tip && CommitHash.IsValid(tip) && tip != context.Commit
            ? tip
            : null;

    private void Remember(LastRun run, List<Finding> findings)
    {
        if (request.WritesState)
        {
            AddIfAny(findings, StateWriting.Try(state, () => state.WriteLastRun(run)));
        }
    }

    private static void AddIfAny(List<Finding> findings, Finding? finding)
    {
        if (finding is not null)
        {
            findings.Add(finding);
        }
    }

    private long Elapsed() => (long)request.Time.GetElapsedTime(_start).TotalMilliseconds;
}

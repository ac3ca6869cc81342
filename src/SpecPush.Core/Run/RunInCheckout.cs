using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.References.Manifests;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>Takes the lock, runs, and sorts out what the other projects of the same build have said already.</summary>
internal sealed class RunInCheckout(RunRequest request, IRepository repository, RepositoryStatus status, StateDirectory state)
{
    // Others push one after another under the same lock; each of them is bounded by its own timeout.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    public async Task<RunResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        var (settings, findings) = SettingsReader.Read(request.Settings, request.Environment, request.Spelling);
        if (!request.WritesState)
        {
            return await RunAsync(settings, findings, new BuildSession(SessionState.New), cancellationToken);
        }

        // Before the lock, which others wait for; and who waits in vain leaves the manifest all the same.
        if (settings is not null && request.Project is { } project)
        {
            findings = findings.AddRange(ProjectManifest.Write(project, repository.Root, state.ManifestsPath, cancellationToken));
        }

        PushLock? held;
        try
        {
            held = await PushLock.AcquireAsync(state.LockPath, MaxWait, request.Time, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings = findings.Add(CheckoutFindings.StateNotWritten(state.Path, exception.Message));
            return await RunAsync(settings, findings, new BuildSession(SessionState.New), cancellationToken);
        }

        if (held is null)
        {
            var busy = new Report { Context = new PushContext { Provider = "none" }, Findings = findings.Add(RunFindings.Busy(MaxWait)) };
            return new RunResult(status.Root, settings?.Mode ?? RunMode.Auto, busy, busy.Findings, []);
        }

        using (held)
        {
            return await RunInSessionAsync(settings, findings, cancellationToken);
        }
    }

    private async Task<RunResult> RunInSessionAsync(PushSettings? settings, ImmutableArray<Finding> findings, CancellationToken cancellationToken)
    {
        var session = new BuildSession(request.Build is { } build ? state.ReadSession(build) : SessionState.New);
        var result = await RunAsync(settings, findings, session, cancellationToken);
        if (request.Build is { } name)
        {
            StateWriting.Try(state, () => state.WriteSession(name, session.State));
        }

        return result;
    }

    private async Task<RunResult> RunAsync(
        PushSettings? settings, ImmutableArray<Finding> findings, BuildSession session, CancellationToken cancellationToken)
    {
        var (report, isRepetition) = settings is null
            ? (new Report { Context = new PushContext { Provider = "none" }, Reason = "nothing was done, because a setting is wrong" }, false)
            : await new CheckedRun(request, settings, repository, status, state, session).ExecuteAsync(cancellationToken);
        report = (report with { Findings = FindingOrder.Sort([.. findings, .. report.Findings]) })
            .Without(ApiToken.Read(request.Environment, request.Spelling).Text);
        report = settings is null || request.NotesReferencesOnly ? report : ReportFile.WriteAll(report, status.Root, settings);
        var mode = settings?.Mode ?? RunMode.Push;
        return new RunResult(status.Root, mode, report, session.New(report.Findings), session.New(TextRendering.Lines(report), isRepetition));
    }
}

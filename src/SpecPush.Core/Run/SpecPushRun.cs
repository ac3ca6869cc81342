using System.Collections.Immutable;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.References.Manifests;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>The one way into the core: finds the checkout, waits for its turn, runs the pipeline and writes the report files.</summary>
public static class SpecPushRun
{
    /// <summary>Runs SpecPush for the checkout that a folder is part of.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<RunResult> ExecuteAsync(RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var repository = Repositories.Open(request.Directory);
            var status = await repository.ReadStatusAsync(cancellationToken);
            request = CiSystems.IsRunning(request.Environment) ? request : request with { Environment = LocalSettingsFile.AddTo(request.Environment, status.Root) };
            return await TakeTurnAsync(request, repository, status, cancellationToken);
        }
        catch (CheckoutException exception)
        {
            var (settings, _) = SettingsReader.Read(request.Settings, request.Environment, request.Spelling);
            return Stopped(request.Directory, settings?.Mode ?? RunMode.Push, [exception.Finding]);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            // Here and not in the hosts, because a token may come from a file that they do not know.
            return Stopped(request.Directory, RunMode.Auto, [UnexpectedFailure.From(exception, request.Environment)]);
        }
    }

    private static async Task<RunResult> TakeTurnAsync(
        RunRequest request, IRepository repository, RepositoryStatus status, CancellationToken cancellationToken)
    {
        var state = StateDirectory.For(status);
        var (settings, findings) = SettingsReader.Read(request.Settings, request.Environment, request.Spelling);
        if (request is { WritesState: true, Project: { } project } && settings is not null)
        {
            // Before the turn, which others wait for: a run that waits in vain leaves its manifest all the same.
            findings = findings.AddRange(ProjectManifest.Write(project, status.Root, state.ManifestsPath, cancellationToken));
        }

        var mode = settings?.Mode ?? RunMode.Push;
        using var turn = await RunTurn.TakeAsync(request, state, cancellationToken);
        if (turn is null)
        {
            return Stopped(status.Root, mode, findings.Add(RunFindings.Busy(RunTurn.MaxWait)));
        }

        var token = ApiToken.Read(request.Environment, request.Spelling);
        var (report, isRepetition) = settings is null
            ? (Nothing.Because(NotPushedReason.WrongSetting), false)
            : await new Pipeline(new RunFacts(request, settings, repository, status, state), token, turn.Session).ExecuteAsync(cancellationToken);
        report = (report with { Findings = FindingOrder.Sort([.. findings, .. turn.Findings, .. report.Findings]) }).Without(token.Text);
        report = settings is null || request.NotesReferencesOnly ? report : ReportFile.WriteAll(report, status.Root, settings);
        return new RunResult(status.Root, mode, report, turn.Session.New(report.Findings), turn.Session.New(TextRendering.Lines(report), isRepetition));
    }

    private static Report Nothing => new() { Context = new PushContext { Provider = "none" } };

    private static RunResult Stopped(string root, RunMode mode, ImmutableArray<Finding> findings) =>
        new(root, mode, Nothing with { Findings = FindingOrder.Sort(findings) }, findings, []);
}

/// <summary>What a run leaves to say.</summary>
/// <param name="Root">The repository root, which all paths are relative to.</param>
/// <param name="Mode">The mode it ran in.</param>
/// <param name="Report">All of it.</param>
/// <param name="Findings">The findings that no other project of the same build has shown yet.</param>
/// <param name="Lines">What was done or why not, a line each, that no other project of the same build has said yet.</param>
public sealed record RunResult(
    string Root, RunMode Mode, Report Report, ImmutableArray<Finding> Findings, ImmutableArray<string> Lines);

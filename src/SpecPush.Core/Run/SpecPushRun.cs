using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.References.Manifests;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>The core's only entry point: finds the checkout, waits for its turn, runs the pipeline, and writes the report files.</summary>
public static class SpecPushRun
{
    /// <summary>Runs SpecPush for the checkout that contains a folder.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<RunResult> ExecuteAsync(RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var repository = Repositories.Open(request.Directory);
            request = CiSystems.IsRunning(request.Environment) ? request : request with { Environment = LocalSettingsFile.AddTo(request.Environment, repository.Root) };
            return await RunAsync(request, repository, cancellationToken);
        }
        catch (CheckoutException exception)
        {
            return Stopped(request, exception.Finding);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            // Here and not in the hosts, because they do not know a token from the .env file.
            return Stopped(request, UnexpectedFailure.From(exception, request.Environment));
        }
    }

    private static async Task<RunResult> RunAsync(RunRequest request, IRepository repository, CancellationToken cancellationToken)
    {
        var state = StateDirectory.For(repository.Root);
        var manifest = request is { WritesState: true, Project: { } project } ? new ProjectManifest(project, repository.Root, state.ManifestsPath) : null;
        var purpose = Purpose(request, repository.Root);

        // Before waiting for the turn, so that the manifest is written even if the wait fails.
        var note = manifest?.Write(cancellationToken) ?? new ManifestNote(IsNews: true, []);
        var isFirst = request.StartedRuns?.Add(purpose) != false;
        if (!isFirst && !note.IsNews)
        {
            return Stopped(request, repository.Root, RunMode.Auto, []);
        }

        request.LongWorkBegins?.Invoke();
        using var turn = await RunTurn.TakeAsync(request.WritesState ? state : null, request.Build, request.Time, cancellationToken);
        if (!note.IsNews && turn?.Session.HasCompleted(purpose) == true)
        {
            return Stopped(request, repository.Root, RunMode.Auto, []);
        }

        var (settings, wrong) = SettingsReader.Read(request.Settings, request.Environment, request.Spelling);
        var mode = settings?.Mode ?? RunMode.Push;
        if (turn is null)
        {
            return Stopped(request, repository.Root, mode, [.. wrong, .. note.Findings, RunFindings.Busy(RunTurn.MaxWait, mode == RunMode.Push ? Severity.Error : Severity.Warning)]);
        }

        var token = ApiToken.Read(request.Environment, request.Spelling);
        var (report, isRepetition) = settings is null ? (Report.Nothing.Because(NotPushedReason.WrongSetting), false)
            : mode == RunMode.Off ? (Report.Nothing.Because(NotPushedReason.ModeIsOff(request.Spelling["mode"])), false)
            : request.NotesReferencesOnly ? (Report.Nothing, true)
            : await new Pipeline(new RunFacts(request, settings, repository, await repository.ReadStatusAsync(cancellationToken), state), token, turn.Session)
                .ExecuteAsync(cancellationToken);
        report = request.Severities.Apply((report with { Findings = FindingOrder.Sort([.. wrong, .. note.Findings, .. turn.Findings, .. report.Findings]) }).Without(token.Text));
        report = settings is null or { Mode: RunMode.Off } || request.NotesReferencesOnly ? report : ReportFile.WriteAll(
            report, settings.Reports, (written, path, form) => request.Severities.Apply(ReportFile.Write(written, repository.Root, path, form)));
        turn.Session.Complete(purpose);
        return new RunResult(repository.Root, mode, report, request.Build is null ? report.Findings : turn.Session.New(report.Findings), turn.Session.New(TextRendering.Lines(report), isRepetition));
    }

    // Hashed, because it is saved and an address may contain a password.
    private static string Purpose(RunRequest request, string root) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{root}\n{request.NotesReferencesOnly}\n{request.Settings}")));

    private static RunResult Stopped(RunRequest request, Finding finding)
    {
        var (settings, _) = SettingsReader.Read(request.Settings, request.Environment, request.Spelling);
        return Stopped(request, request.Directory, settings?.Mode ?? RunMode.Push, [finding]);
    }

    private static RunResult Stopped(RunRequest request, string root, RunMode mode, ImmutableArray<Finding> findings)
    {
        var report = request.Severities.Apply(Report.Nothing with { Findings = FindingOrder.Sort(findings) });
        return new(root, mode, report, report.Findings, []);
    }
}

/// <summary>The result of a run.</summary>
/// <param name="Root">The repository root, to which all paths are relative.</param>
/// <param name="Mode">The mode of the run.</param>
/// <param name="Report">The complete report.</param>
/// <param name="Findings">The findings that no other project of the build has shown yet.</param>
/// <param name="Lines">The lines of text that no other project of the build has shown yet.</param>
public sealed record RunResult(
    string Root, RunMode Mode, Report Report, ImmutableArray<Finding> Findings, ImmutableArray<string> Lines);

using SpecPush.Checkout;
using SpecPush.Findings;
using SpecPush.Memory;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Run;

/// <summary>The way through the house: finds out, reads, plans, pushes and reports.</summary>
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
            var run = new RunInCheckout(request, repository, status, StateDirectory.For(status));
            return await run.ExecuteAsync(cancellationToken);
        }
        catch (CheckoutException exception)
        {
            var (settings, _) = SettingsReader.Read(request.Settings, request.Environment, request.Spelling);
            return Failed(request, settings?.Mode ?? RunMode.Push, exception.Finding);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            // Here and not in the front ends, because a token may come from a file that they do not know.
            return Failed(request, RunMode.Auto, UnexpectedFailure.From(exception, request.Environment));
        }
    }

    private static RunResult Failed(RunRequest request, RunMode mode, Finding finding)
    {
        var report = new Report { Context = new PushContext { Provider = "none" }, Findings = [finding] };
        return new RunResult(request.Directory, mode, report, report.Findings, []);
    }
}

using SpecPush.Checkout;
using SpecPush.Reporting;
using SpecPush.Settings;
using SpecPush.Storage;

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
            var run = new RunInCheckout(request, repository, status, StateDirectory.Of(status));
            return await run.ExecuteAsync(cancellationToken);
        }
        catch (CheckoutException exception)
        {
            var report = new Report { Context = new PushContext { Provider = "none" }, Findings = [exception.Finding] };
            var (settings, _) = SettingsReader.Read(request.Settings, request.Environment, request.Spelling);
            return new RunResult(request.Directory, settings?.Mode ?? RunMode.Push, report, report.Findings, []);
        }
    }
}

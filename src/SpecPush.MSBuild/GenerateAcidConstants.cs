using Microsoft.Build.Framework;
using SpecPush.Constants;
using SpecPush.Findings;
using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.MSBuild;

/// <summary>Part of compiling: writes a constant for each requirement of the repository that the project stands in.</summary>
[MSBuildMultiThreadableTask]
public sealed class GenerateAcidConstants : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Absolute path of the project file.</summary>
    [Required]
    public string ProjectPath { get; set; } = "";

    /// <summary>Absolute path of the source file to write.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <inheritdoc cref="RawSettings.Scope"/>
    public string? Scope { get; set; }

    /// <inheritdoc cref="RawSettings.Specs"/>
    public string? Specs { get; set; }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            ExecuteAsync().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The engine would print the exception with its stack trace.
            Show(UnexpectedFailure.From(exception, EnvironmentVariables.Empty));
        }

        return !Log.HasLoggedErrors;
    }

    private async Task ExecuteAsync()
    {
        var settings = new RawSettings { Scope = Scope, Specs = Specs };
        var result = await AcidConstants.WriteAsync(OutputPath, Path.GetDirectoryName(ProjectPath)!, settings, _cancellation.Token);
        foreach (var finding in result.Findings)
        {
            Show(finding);
        }

        // The finding itself follows after the build, once for all projects; but this may be why the project will not compile.
        foreach (var spec in result.InvalidSpecs)
        {
            Log.LogMessage(MessageImportance.High, "{0}", $"SpecPush: there are no constants for {spec}, which is not valid");
        }
    }

    private void Show(Finding finding) => new FindingLog(Log, "", ProjectPath, errorsAreWarnings: false).Show(finding);
}

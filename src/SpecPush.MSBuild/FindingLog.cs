using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SpecPush.Findings;

namespace SpecPush.MSBuild;

/// <summary>Logs findings with their codes, so that users can change the severity of each.</summary>
/// <param name="log">The task's log.</param>
/// <param name="root">The repository root, to which the findings' paths are relative.</param>
/// <param name="project">The project file, used as the location of findings without one.</param>
/// <param name="errorsAreWarnings">
/// True in mode Auto, because an error after a project's build would stop every project that references it from compiling.
/// </param>
internal sealed class FindingLog(TaskLoggingHelper log, string root, string project, bool errorsAreWarnings)
{
    public void Show(Finding finding)
    {
        var place = finding.Location;
        var file = place is null ? project : Path.Combine(root, OneLine.From(place.Path));
        var message = OneLine.From(finding.Message);
        var (line, column) = (place?.Line ?? 0, place?.Column ?? 0);

        // The text is always an argument and never the format string, because it may quote anything in the repository. Text and path are
        // one line each, without the commands of CI systems.
        switch (finding.Severity)
        {
            case Severity.Error when !errorsAreWarnings:
                log.LogError(null, finding.Code, null, finding.HelpLink, file, line, column, 0, 0, "{0}", message);
                break;
            case Severity.Error or Severity.Warning:
                log.LogWarning(null, finding.Code, null, finding.HelpLink, file, line, column, 0, 0, "{0}", message);
                break;
            default:
                log.LogMessage(null, finding.Code, null, file, line, column, 0, 0, MessageImportance.Normal, "{0}", message);
                break;
        }
    }
}

using System.Collections.Immutable;
using SpecPush.Actions.GitHub;
using SpecPush.Actions.Inputs;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Run;
using SpecPush.Settings;

namespace SpecPush.Actions;

/// <summary>Runs the core on the repository in the workspace, if there is one and the inputs are valid.</summary>
internal sealed class Workspace(ActionInputs inputs, GitHubClient? github, EnvironmentVariables environment)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    public async Task<Report> ReportAsync(string workspace, CancellationToken cancellationToken)
    {
        if (inputs.IsOff)
        {
            return Nothing(NotPushedReason.ModeIsOff("mode"), []);
        }

        var settings = SettingsReader.Read(inputs.Settings, environment, SettingSpelling.ActionInput);
        ImmutableArray<Finding> wrong = [.. settings.Findings, .. inputs.Findings];
        if (!wrong.IsEmpty)
        {
            return Nothing(NotPushedReason.WrongSetting, wrong);
        }

        var (checkout, finding) = Checkouts.Find(workspace);
        return checkout is null
            ? Nothing(NotPushedReason.NoCheckout, [finding!])
            : (await SpecPushRun.ExecuteAsync(Request(checkout), cancellationToken)).Report;
    }

    private RunRequest Request(string checkout) => new()
    {
        Directory = checkout,
        Settings = inputs.Settings,
        Spelling = SettingSpelling.ActionInput,
        Environment = environment,
        LocalTimeout = Timeout,
        ContinuousIntegrationTimeout = Timeout,
        WritesState = false,
        ComparesPullRequests = true,
        Host = github is null ? null : new GitHubHost(github),
        IsRepeated = environment["GITHUB_RUN_ATTEMPT"] is not (null or "1"),
    };

    private static Report Nothing(NotPushedReason reason, ImmutableArray<Finding> findings) =>
        (Report.Nothing with { Findings = findings }).Because(reason);
}

using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Actions.Inputs;

/// <summary>The inputs of the step. The core checks the settings that all hosts share.</summary>
internal sealed record ActionInputs
{
    // The core would write these files relative to the repository; the action writes them relative to the workspace. Baselines are updated by people.
    private static readonly string[] OwnInputs = ["report", "sarif", "html-report", "badge", "update-baseline"];

    public required RawSettings Settings { get; init; }

    /// <summary>The user's path of the report, relative to the workspace; null for the default.</summary>
    public required string? Report { get; init; }

    /// <summary>The user's path of the SARIF file, relative to the workspace; null for none.</summary>
    public required string? Sarif { get; init; }

    /// <summary>The user's path of the coverage page, relative to the workspace; null for none.</summary>
    public required string? HtmlReport { get; init; }

    /// <summary>The user's path of the badge, relative to the workspace; null for none.</summary>
    public required string? Badge { get; init; }

    public required string? GitHubToken { get; init; }

    public required CheckRunChoice CheckRun { get; init; }

    /// <summary>The job's number in its matrix.</summary>
    public required string? MatrixJob { get; init; }

    public required CommentChoice Comment { get; init; }

    public required FailOn FailOn { get; init; }

    public required SeverityChoices Severities { get; init; }

    /// <summary>What is wrong with the inputs that only the action has.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    public bool IsOff => string.Equals(Settings.Mode?.Trim(), nameof(RunMode.Off), StringComparison.OrdinalIgnoreCase);

    public static ActionInputs Read(EnvironmentVariables environment)
    {
        var findings = new SettingsFindings(SettingSpelling.ActionInput);
        return new ActionInputs
        {
            Settings = RawSettings.From(name => OwnInputs.Contains(name) ? null : Input(environment, name)),
            Report = Input(environment, "report")?.Trim(),
            Sarif = Input(environment, "sarif")?.Trim(),
            HtmlReport = Input(environment, "html-report")?.Trim(),
            Badge = Input(environment, "badge")?.Trim(),
            GitHubToken = Input(environment, "github-token")?.Trim(),
            CheckRun = SettingChoice.Read("check-run", Input(environment, "check-run"), CheckRunChoice.Auto, findings),
            MatrixJob = Input(environment, "matrix-job")?.Trim(),
            Comment = SettingChoice.Read("comment", Input(environment, "comment"), CommentChoice.False, findings),
            FailOn = SettingChoice.Read("fail-on", Input(environment, "fail-on"), FailOn.Error, findings),
            Severities = SeverityChoices.Read(Input(environment, "severity"), findings),
            Findings = findings.All,
        };
    }

    /// <summary>
    /// The environment for the core: with the token if it is an input, and marked as CI, so that no file in the checkout can decide where
    /// the token is sent.
    /// </summary>
    public static EnvironmentVariables ForCore(EnvironmentVariables environment)
    {
        var ci = KeyValuePair.Create("CI", "true");
        return environment.With(Input(environment, "api-token") is { } token ? [ci, KeyValuePair.Create(ApiToken.Variable, token)] : [ci]);
    }

    // The runner upper-cases the names of inputs but keeps dashes, and passes inputs that are not set as empty.
    private static string? Input(EnvironmentVariables environment, string name) => environment[$"INPUT_{name.ToUpperInvariant()}"];
}

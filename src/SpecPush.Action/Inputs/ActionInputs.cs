using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Actions.Inputs;

/// <summary>What the step was given. The settings that both front ends have are checked by the core.</summary>
internal sealed record ActionInputs
{
    // The core would write these below the repository, and the action writes them below the workspace. A baseline is updated by people.
    private static readonly string[] OwnInputs = ["report", "sarif", "html-report", "badge", "update-baseline"];

    public required RawSettings Settings { get; init; }

    /// <summary>The path of the report as the user wrote it; relative to the workspace. Null for the default place.</summary>
    public required string? Report { get; init; }

    /// <summary>The path of the findings as SARIF, in the same way; null for none.</summary>
    public required string? Sarif { get; init; }

    /// <summary>The path of the coverage as a page, in the same way.</summary>
    public required string? HtmlReport { get; init; }

    /// <summary>The path of the badge, in the same way.</summary>
    public required string? Badge { get; init; }

    public required string? GitHubToken { get; init; }

    public required CheckRunChoice CheckRun { get; init; }

    public required CommentChoice Comment { get; init; }

    public required FailOn FailOn { get; init; }

    public required SeverityChoices Severities { get; init; }

    /// <summary>What is wrong with the inputs of the action alone.</summary>
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
            Comment = SettingChoice.Read("comment", Input(environment, "comment"), CommentChoice.False, findings),
            FailOn = SettingChoice.Read("fail-on", Input(environment, "fail-on"), FailOn.Error, findings),
            Severities = SeverityChoices.Read(Input(environment, "severity"), findings),
            Findings = findings.All,
        };
    }

    /// <summary>
    /// The environment as the core sees it: the token may have come as an input; and an action is always CI, so that no file of the checkout says
    /// where the token goes.
    /// </summary>
    public static EnvironmentVariables ForCore(EnvironmentVariables environment)
    {
        var ci = KeyValuePair.Create("CI", "true");
        return environment.With(Input(environment, "api-token") is { } token ? [ci, KeyValuePair.Create(ApiToken.Variable, token)] : [ci]);
    }

    // The runner upper-cases the name of an input, keeps its dashes, and passes an input that is not given as an empty one.
    private static string? Input(EnvironmentVariables environment, string name) => environment[$"INPUT_{name.ToUpperInvariant()}"];
}

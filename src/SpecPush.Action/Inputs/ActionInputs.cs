using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Settings;

namespace SpecPush.Action.Inputs;

/// <summary>What the step was given. The settings that both front ends have are checked by the core.</summary>
internal sealed record ActionInputs
{
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
            Settings = ReadSettings(environment),
            Report = Input(environment, "report")?.Trim(),
            Sarif = Input(environment, "sarif")?.Trim(),
            HtmlReport = Input(environment, "html-report")?.Trim(),
            Badge = Input(environment, "badge")?.Trim(),
            GitHubToken = Input(environment, "github-token")?.Trim(),
            CheckRun = Choice(environment, "check-run", CheckRunChoice.Auto, findings),
            FailOn = Choice(environment, "fail-on", FailOn.Error, findings),
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

    private static RawSettings ReadSettings(EnvironmentVariables environment)
    {
        return new RawSettings
        {
            ApiUrl = Setting("api-url"),
            AllowInsecureApi = Setting("allow-insecure-api"),
            Mode = Setting("mode"),
            Branches = Setting("branches"),
            Scope = Setting("scope"),
            Specs = Setting("specs"),
            Exclude = Setting("exclude"),
            Features = Setting("features"),
            ProductName = Setting("product-name"),
            TargetImplName = Setting("target-impl-name"),
            ParentImplName = Setting("parent-impl-name"),
            OverrideReferences = Setting("override-references"),
            IncludeRawContent = Setting("include-raw-content"),
            RepoUri = Setting("repo-uri"),
            Branch = Setting("branch"),
            Commit = Setting("commit"),
            Timeout = Setting("timeout"),
            Force = Setting("force"),
            Assemblies = Setting("assemblies"),
            MinimumTested = Setting("minimum-tested"),
            Baseline = Setting("baseline"),
        };

        string? Setting(string name) => Input(environment, name);
    }

    private static TEnum Choice<TEnum>(EnvironmentVariables environment, string name, TEnum otherwise, SettingsFindings findings)
        where TEnum : struct, Enum
    {
        if (Input(environment, name)?.Trim() is not { } text)
        {
            return otherwise;
        }

        var names = Enum.GetNames<TEnum>();
        if (names.FirstOrDefault(candidate => candidate.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } match)
        {
            return Enum.Parse<TEnum>(match);
        }

        findings.UnknownValue(name, text, names.Select(static candidate => candidate.ToLowerInvariant()));
        return otherwise;
    }
}

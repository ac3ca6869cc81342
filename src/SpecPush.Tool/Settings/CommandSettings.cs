using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Tool.Settings;

/// <summary>The settings of one run: those of the command line, then those of specpush.json.</summary>
internal sealed record CommandSettings
{
    public required RawSettings Raw { get; init; }

    /// <summary>The server; null where the settings are wrong.</summary>
    public required Uri? ApiUrl { get; init; }

    public required SeverityChoices Severities { get; init; }

    public required FailOn FailOn { get; init; }

    /// <summary>What is wrong with the settings; nothing is done then.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <param name="options">What is on the command line, by the setting's name.</param>
    /// <param name="file">What is in the repository.</param>
    /// <param name="mode">The mode of a command that has only one; else the mode where neither says.</param>
    /// <param name="hasMode">Whether the command line and the file may say another.</param>
    /// <param name="environment">Where the server's address may come from.</param>
    public static CommandSettings Merge(
        IReadOnlyDictionary<string, string> options, SettingsFile file, RunMode mode, bool hasMode, EnvironmentVariables environment)
    {
        var findings = new SettingsFindings(SettingSpelling.CommandLine);
        var raw = RawSettings.From(Find);
        var read = SettingsReader.Read(raw, environment, SettingSpelling.CommandLine);
        return new CommandSettings
        {
            Raw = raw,
            ApiUrl = read.Settings?.ApiUrl,
            Severities = SeverityChoices.Read(Find("severity"), findings),
            FailOn = SettingChoice.Read("fail-on", Find("fail-on"), FailOn.Error, findings),
            Findings =
            [
                .. file.Findings,
                .. read.Findings.Select(finding => Locate(finding, file, environment)),
                .. findings.All,
            ],
        };

        string? Find(string name) => name == "mode" && !hasMode ? mode.ToString()
            : options.GetValueOrDefault(name) ?? file.Values.GetValueOrDefault(name)?.Text ?? (name == "mode" ? mode.ToString() : null);
    }

    // A setting of the file is wrong at its line: it is the one that is wrong by itself, too.
    private static Finding Locate(Finding finding, SettingsFile file, EnvironmentVariables environment) => finding with
    {
        Location = file.Values
            .Where(setting => SettingsReader.Read(RawSettings.From(name => name == setting.Key ? setting.Value.Text : null), environment, SettingSpelling.CommandLine).Findings.Contains(finding))
            .Select(static setting => setting.Value.Place)
            .FirstOrDefault(),
    };
}

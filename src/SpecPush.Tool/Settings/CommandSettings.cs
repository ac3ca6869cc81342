using System.Collections.Immutable;
using SpecPush.Findings;
using SpecPush.Reporting;
using SpecPush.Settings;

namespace SpecPush.Tool.Settings;

/// <summary>The settings of one run, from the command line and, after that, from specpush.json.</summary>
internal sealed record CommandSettings
{
    public required RawSettings Raw { get; init; }

    /// <summary>The server's address; null if the settings are not valid.</summary>
    public required Uri? ApiUrl { get; init; }

    public required SeverityChoices Severities { get; init; }

    public required FailOn FailOn { get; init; }

    /// <summary>What is wrong with the settings; if there are any, nothing is done.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <param name="options">The values on the command line, by setting.</param>
    /// <param name="file">The repository's settings file.</param>
    /// <param name="mode">The command's mode, or the default if the user can choose another.</param>
    /// <param name="hasMode">Whether the user can choose another mode.</param>
    /// <param name="environment">May have the server's address.</param>
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

    // A finding belongs to a line of the file if reading that setting alone gives the same finding.
    private static Finding Locate(Finding finding, SettingsFile file, EnvironmentVariables environment) => finding with
    {
        Location = file.Values
            .Where(setting => SettingsReader.Read(RawSettings.From(name => name == setting.Key ? setting.Value.Text : null), environment, SettingSpelling.CommandLine).Findings.Contains(finding))
            .Select(static setting => setting.Value.Place)
            .FirstOrDefault(),
    };
}

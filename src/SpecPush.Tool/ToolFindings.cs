using SpecPush.Findings;
using SpecPush.Tool.Settings;

namespace SpecPush.Tool;

/// <summary>The tool's own findings.</summary>
internal static class ToolFindings
{
    public static Finding InvalidFile(string reason, int line) => new("SPUSH5040", Severity.Error,
        $"{SettingsFile.Name} is not valid: {reason}.", new SourceLocation(SettingsFile.Name, line));

    public static Finding UnknownSetting(string name, SourceLocation place) => new("SPUSH5041", Severity.Error,
        $"'{OneLine.From(name, 60)}' is not a setting; specpush push --help lists them, and {SettingsFile.Name} has them without the dashes in front.", place);

    public static Finding NotInFile(string name, string reason, SourceLocation place) => new("SPUSH5042", Severity.Error,
        $"{SettingsFile.Name} cannot contain {name}: {reason}.", place);

    public static Finding WrongKind(string name, string expected, SourceLocation place) => new("SPUSH5043", Severity.Error,
        $"{name} takes {expected}.", place);

    public static Finding RepeatedSetting(string name, SourceLocation place) => new("SPUSH5044", Severity.Error,
        $"{name} is set twice; remove one of the two.", place);
}

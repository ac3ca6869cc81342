using System.Collections.Immutable;
using SpecPush.Settings;

namespace SpecPush.Tool.Settings;

/// <summary>A setting, as a command-line option and a member of specpush.json.</summary>
/// <param name="Name">The name, the same as that of the action's input.</param>
/// <param name="Kind">The kind of its value.</param>
/// <param name="Takes">The placeholder for its value in the help.</param>
/// <param name="Description">Its description in the help.</param>
internal sealed record ToolSetting(string Name, SettingKind Kind, string Takes, string Description)
{
    /// <summary>Whether only commands that look at what would be sent have it.</summary>
    public bool IsForSending { get; init; }

    /// <summary>Why it is not allowed in specpush.json, which is checked in; null if it is allowed.</summary>
    public string? NotInFile { get; init; }

    /// <summary>Whether its value is a single file or folder.</summary>
    public bool NamesFile => Kind is SettingKind.File or SettingKind.RepositoryFile;

    /// <summary>The only command that has it; null for all commands.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>What value it takes, as the end of a sentence.</summary>
    public string Expected => Kind switch
    {
        SettingKind.Flag => "true or false",
        SettingKind.List or SettingKind.Files => "a text, or a list of texts",
        _ => "a text or a number",
    };

    public string Option => SettingSpelling.CommandLine[Name];
}

/// <summary>The kind of a setting's value.</summary>
internal enum SettingKind
{
    Text,

    /// <summary><c>true</c> or <c>false</c>; an option without a value means <c>true</c>.</summary>
    Flag,

    /// <summary>Several texts.</summary>
    List,

    /// <summary>Files or globs of files, relative to the current folder.</summary>
    Files,

    /// <summary>A file: relative to the current folder on the command line, and to the repository's root in specpush.json.</summary>
    File,

    /// <summary>A file, always relative to the repository's root.</summary>
    RepositoryFile,
}

/// <summary>All settings, in the order of the help.</summary>
internal static class ToolSettings
{
    private const string SetsServer = "a file of the checkout must not decide where the token is sent";
    private const string SingleRun = "it applies only to a single run";

    public static ImmutableArray<ToolSetting> All { get; } =
    [
        Sending("mode", SettingKind.Text, "MODE", "Auto, Push or Check; Auto pushes where that is expected, and otherwise says why not"),
        Sending("api-url", SettingKind.Text, "URL", "The address of the API, with its version; also ACAI_API_BASE_URL in the environment") with { NotInFile = SetsServer },
        Sending("allow-insecure-api", SettingKind.Flag, "true", "Allow sending the token over http to another machine") with { NotInFile = SetsServer },
        Sending("branches", SettingKind.List, "GLOBS", "The branches that Auto pushes; ! excludes"),
        Sending("target-impl-name", SettingKind.List, "ENTRIES", "The implementation's name, as [branch-glob=][product/]name"),
        Sending("parent-impl-name", SettingKind.List, "ENTRIES", "The implementation that a new one inherits from, in the same form"),
        Sending("product-name", SettingKind.Text, "NAME", "The product of a repository that has only references"),
        Sending("override-references", SettingKind.Text, "auto", "auto, true or false: whether to replace the server's references"),
        Sending("include-raw-content", SettingKind.Flag, "true", "Also send each spec's text"),
        Sending("repo-uri", SettingKind.Text, "URI", "The repository, host/owner/repo"),
        Sending("branch", SettingKind.Text, "NAME", "The branch to push") with { NotInFile = SingleRun },
        Sending("commit", SettingKind.Text, "HASH", "The commit to push") with { NotInFile = SingleRun },
        Sending("timeout", SettingKind.Text, "SECONDS", "The time limit for everything that is sent; default 120"),
        Sending("force", SettingKind.Flag, "true", "Send even what was sent before") with { NotInFile = SingleRun },
        new("scope", SettingKind.Text, "FOLDER", "Limit specs and references to a folder"),
        new("specs", SettingKind.List, "GLOBS", "The spec files; default features/**/*.feature.yaml"),
        new("exclude", SettingKind.List, "GLOBS", "Files that are not searched for references"),
        new("features", SettingKind.List, "NAMES", "Limit specs and references to features with these names"),
        new("assemblies", SettingKind.List, "GLOBS", "Built test assemblies of projects without the package SpecPush.MSBuild"),
        new("collected", SettingKind.Files, "FILES", "Files, or globs of files, that other jobs collected from the same commit") { NotInFile = SingleRun },
        new("collect-to", SettingKind.File, "FILE", "Where to write; default collected.specpush in the repository") { OnlyFor = "collect" },
        new("minimum-tested", SettingKind.Text, "PERCENT", "The minimum percentage of requirements that tests must refer to"),
        new("baseline", SettingKind.RepositoryFile, "FILE", "The list of requirements that need no test, relative to the repository"),
        new("update-baseline", SettingKind.Flag, "true", "Write that list, with all requirements that have no test now") { NotInFile = SingleRun },
        new("compare-with", SettingKind.Text, "REVISION", "The branch or commit to compare the requirements with") { NotInFile = SingleRun },
        new("compare-manifests", SettingKind.File, "FOLDER", "The reference manifests of the commit to compare with"),
        new("fail-on-lost-tests", SettingKind.Flag, "true", "Make it an error if a requirement loses its last test"),
        new("fail-on-untested-additions", SettingKind.Flag, "true", "Make it an error if an added requirement has no test"),
        new("report", SettingKind.File, "FILE", "Write the JSON report"),
        new("sarif", SettingKind.File, "FILE", "Write the findings as SARIF"),
        new("html-report", SettingKind.File, "FILE", "Write the coverage page"),
        new("badge", SettingKind.File, "FILE", "Write the coverage badge"),
        new("severity", SettingKind.List, "ENTRIES", "Other severities, such as SPUSH2010=error; error, warning, message or off"),
        new("fail-on", SettingKind.Text, "SEVERITY", "error, warning or never: the lowest severity that fails the command"),
    ];

    private static ToolSetting Sending(string name, SettingKind kind, string takes, string description) => new(name, kind, takes, description) { IsForSending = true };
}
